#!/usr/bin/env python3
"""keep_corpus.py PROGRAM KEPT FOUND...: what of a fuzzer's finds is worth keeping in the tree.

PROGRAM is a target of the preset fuzz. From the folders FOUND goes into the folder KEPT what reaches
code that nothing there reaches, the file that adds most first, within the caps below; what became
superfluous in KEPT goes. Files named found-* (inputs that once broke something) always stay, and do not
count. What breaks the target meanwhile is copied to build/fuzz/broken/.
"""
import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile

MAX_FILES = 40
MAX_BYTES = 100_000
MAX_FILE_BYTES = 32_768
BROKEN = pathlib.Path("build/fuzz/broken")


def edges_of(program, folders):
    """The edges that each file of the folders reaches, by libFuzzer's own account."""
    with tempfile.TemporaryDirectory() as scratch:
        control = pathlib.Path(scratch, "control")
        merged = pathlib.Path(scratch, "merged")
        merged.mkdir()
        command = [program, "-set_cover_merge=1", f"-merge_control_file={control}", "-use_counters=0",
                   "-max_len=65536", "-timeout=20", "-rss_limit_mb=2048", f"-artifact_prefix={scratch}/broken-",
                   str(merged), *map(str, folders)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for broken in sorted(pathlib.Path(scratch).glob("broken-*")):
            BROKEN.mkdir(parents=True, exist_ok=True)
            shutil.copy(broken, BROKEN / f"{pathlib.Path(program).name}-{broken.name}")
            print(f"broke it: {BROKEN}/{pathlib.Path(program).name}-{broken.name}")
        lines = control.read_text().splitlines()
    files = lines[2:2 + int(lines[0])]
    reached = {}
    for line in lines[2 + len(files):]:
        word, number, *features = line.split()
        if word == "FT":
            reached[pathlib.Path(files[int(number)])] = frozenset(features)
    return reached


def without_superfluous(files, reached):
    """The files, but for those whose edges all the others together reach; the biggest go first."""
    kept = list(files)
    for file in sorted(files, key=lambda one: (-one.stat().st_size, one.name)):
        others = set().union(*(reached[one] for one in kept if one != file))
        if reached[file] <= others:
            kept.remove(file)
    return kept


def choose(old, new, reached, covered):
    """`old`, and of `new` what adds edges, most first, within the caps."""
    chosen = without_superfluous(old, {f: e - covered for f, e in reached.items()})
    covered = covered.union(*(reached[one] for one in chosen))
    size = sum(one.stat().st_size for one in chosen)
    left = [one for one in new if one.stat().st_size <= MAX_FILE_BYTES]
    while left and len(chosen) < MAX_FILES:
        left = [one for one in left if reached[one] - covered and size + one.stat().st_size <= MAX_BYTES]
        if not left:
            break
        best = max(left, key=lambda one: (len(reached[one] - covered), -one.stat().st_size, one.name))
        chosen.append(best)
        covered |= reached[best]
        size += best.stat().st_size
    return chosen, covered


def main():
    program, kept, *found = sys.argv[1:]
    kept = pathlib.Path(kept)
    kept.mkdir(parents=True, exist_ok=True)
    reached = edges_of(program, [kept, *filter(lambda one: pathlib.Path(one).is_dir(), found)])
    once_broke = [one for one in reached if one.parent == kept and one.name.startswith("found-")]
    old = [one for one in reached if one.parent == kept and one not in once_broke]
    new = [one for one in reached if one.parent != kept]
    covered = set().union(*(reached[one] for one in once_broke))
    chosen, covered = choose(old, new, reached, covered)
    for file in old:
        if file not in chosen:
            file.unlink()
    for file in chosen:
        if file.parent != kept:
            data = file.read_bytes()
            (kept / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    everything = set().union(*reached.values())
    size = sum(one.stat().st_size for one in kept.iterdir())
    print(f"{kept}: {len(list(kept.iterdir()))} files, {size} bytes, "
          f"{len(covered)} of {len(everything)} edges found")


main()
