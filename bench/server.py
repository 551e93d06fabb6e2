#!/usr/bin/env python3
"""Measures `digue serve` beside its floors and a peer, in one run, and prints what it found.

  bench/server.py --digue PROGRAM --hello PROGRAM --client PROGRAM --work DIR [--writers N] [--entries N]
                  [--streams N] [--rate N] [--seconds N] [--requests N] [--runs K]

Requests: 20 connections that ask one thing after the other.  Floor: Boost's Asio and Beast alone (bench_hello);
peer: the same hello in Python's asyncio.  Runs take turns.
Entries: writers add lines to one logbook, each waiting for its receipt, while streams follow it: 50 of them while
writers are as fast as they can, then --streams at --rate entries a second for --seconds (bench/streams.cpp).  Floor:
one fdatasync of a line appended to a file of the same folder, which is what an entry can't be faster than when it is
alone.  What each stream got is compared with what was written.

The client of the requests is Python and takes as much of the processor as the server: compare the processor time of
each server for a request, told beside, rather than the time that passed.
"""
import argparse
import asyncio
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

PASSWORD = "only for measuring"
CONNECTIONS = 20

PEER = """
import asyncio
ANSWER = (b'HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: 40\\r\\n\\r\\n'
          b'{"status":"ok","version":"a bare hello"}')
async def serve(reader, writer):
    try:
        while await reader.readuntil(b'\\r\\n\\r\\n'):
            writer.write(ANSWER)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()
async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


class Program:
    """A server that prints its port, or its JSON, and what it took of the machine."""

    def __init__(self, command, **options):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options)
        self.line = self.process.stdout.readline()

    def processor(self):
        """Seconds, of all its threads, to the nanosecond."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def memory(self, which="VmRSS"):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{which}:\s+(\d+)", status).group(1)) / 1024

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class Digue(Program):
    def __init__(self, program, folder):
        began = time.perf_counter()
        super().__init__([program, "serve", "--data", f"{folder}/data", "--listen", "127.0.0.1:0", "--json"],
                         env=dict(os.environ, DIGUE_STATE=f"{folder}/state"))
        self.start = time.perf_counter() - began
        said = json.loads(self.line)
        self.port = int(re.search(r":(\d+)/$", said["addresses"][0]).group(1))
        self.code, self.cookie = said["first_start_code"], ""

    def head(self, method, path, body=""):
        return (f"{method} /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie}\r\n"
                f"X-Digue: 1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}").encode()


class Connection:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    @classmethod
    async def to(cls, port):
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=1 << 20))

    async def ask(self, request):
        """The head and the body of the answer."""
        self.writer.write(request)
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = int(re.search(rb"(?i)content-length: *(\d+)", head).group(1))
        return head, await self.reader.readexactly(length)

    def close(self):
        self.writer.close()


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def milliseconds(values):
    return f"p50 {percentile(values, 0.5) * 1e3:6.2f} ms  p99 {percentile(values, 0.99) * 1e3:6.2f} ms"


async def ask_many(port, request, count):
    """Seconds that each of `count` requests took."""
    taken = []

    async def one():
        connection = await Connection.to(port)
        for _ in range(count // CONNECTIONS):
            began = time.perf_counter()
            await connection.ask(request)
            taken.append(time.perf_counter() - began)
        connection.close()
    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
    return taken


def measure_requests(servers, count, runs):
    print(f"{count} requests by {CONNECTIONS} connections; load {os.getloadavg()[0]:.2f}; {runs} runs in turns, median")
    seen = {name: [] for name in servers}
    for _ in range(runs):
        for name, (program, port, request) in servers.items():
            processor, began = program.processor(), time.perf_counter()
            taken = asyncio.run(ask_many(port, request, count))
            seen[name].append((len(taken) / (time.perf_counter() - began),
                               (program.processor() - processor) / len(taken) * 1e6, taken))
    floor = statistics.median(run[1] for run in seen["floor: Asio and Beast, a hello"])
    for name, each in seen.items():
        rate, processor = (statistics.median(run[column] for run in each) for column in (0, 1))
        print(f"{name:<38} {rate:7.0f} /s  {milliseconds(sum((run[2] for run in each), []))}  "
              f"processor {processor:5.0f} us each, {processor / floor:5.2f} x the floor", flush=True)


def floor_of_entries(folder, count=200):
    """Seconds of an append of one line that is on disk."""
    taken, line = [], b"x" * 300
    with open(f"{folder}/floor", "ab") as file:
        for _ in range(count):
            began = time.perf_counter()
            os.write(file.fileno(), line)
            os.fdatasync(file.fileno())
            taken.append(time.perf_counter() - began)
    return taken


class Incident:
    """Open on the server, by the first person."""

    def __init__(self, digue):
        self.digue = digue

    async def sign_in(self):
        connection = await Connection.to(self.digue.port)
        first = json.dumps({"code": self.digue.code, "name": "marie", "display_name": "Marie", "password": PASSWORD})
        head, _ = await connection.ask(self.digue.head("POST", "/first-start", first))
        self.digue.cookie = re.search(rb"(?i)set-cookie: ([^;]+)", head).group(1).decode()
        opened = json.dumps({"title": "Measured", "sheet": "mail-account"})
        _, body = await connection.ask(self.digue.head("POST", "/incidents", opened))
        self.id = json.loads(body)["incident"]
        connection.close()


def measure_load(digue, incident, client, load, floor):
    """`load`: streams, writers, entries a second of all writers (0: as fast as receipts come), entries."""
    before = digue.processor()
    run = subprocess.Popen([client, str(digue.port), digue.cookie, incident.id, *map(str, load)],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    told = json.loads(run.stdout.readline())
    processor, memory = digue.processor() - before, (digue.memory(), digue.memory("VmHWM"))
    run.communicate()
    streams, writers, rate, _ = load
    asked = f"{rate} /s asked for" if rate else "as fast as receipts come"
    print(f"{told['entries']} entries by {writers} writers, {asked}, followed by {streams} streams; "
          f"load {os.getloadavg()[0]:.2f}")
    print(f"  floor: one line, on disk             {milliseconds(floor)}")
    print(f"  receipt, on disk                     p50 {told['receipt_p50']:6.2f} ms  p99 {told['receipt_p99']:6.2f} ms  "
          f"{told['entries'] / told['seconds']:6.0f} /s  refused {told['refused']}")
    print(f"  seen by a stream after being sent    p50 {told['delay_p50']:6.2f} ms  p99 {told['delay_p99']:6.2f} ms  "
          f"slowest {told['delay_most']:.0f} ms (the oldest line of each of {told['reads']} reads)")
    print(f"  streams that got every entry in order: {told['whole']} of {streams}; cut off and resumed "
          f"{told['cut_off']}; the last was {told['after_the_last_receipt']:.0f} ms behind the last receipt")
    print(f"  processor: server {processor / told['entries'] * 1e6:.0f} us an entry, "
          f"{processor / told['seconds']:.2f} of a core; client {told['processor'] / told['seconds']:.2f}")
    print(f"  memory {memory[0]:.0f} MB, at most {memory[1]:.0f} MB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--hello", required=True)
    parser.add_argument("--client", required=True)
    parser.add_argument("--work", required=True)
    for name, value in (("writers", 20), ("entries", 2000), ("streams", 1000), ("rate", 1000), ("seconds", 20),
                        ("requests", 10_000), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=value)
    options = parser.parse_args()
    pathlib.Path(options.work).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.work, prefix="server-") as folder:
        digue = Digue(options.digue, folder)
        hello, peer = Program([options.hello]), Program([sys.executable, "-c", PEER])
        try:
            print(f"digue serve: listens after {digue.start:.2f} s; idle {digue.memory():.0f} MB")
            incident = Incident(digue)
            asyncio.run(incident.sign_in())
            bare = b"GET / HTTP/1.1\r\nHost: hello\r\n\r\n"
            measure_requests({
                "digue: health": (digue, digue.port, digue.head("GET", "/health")),
                "digue: an incident, signed in": (digue, digue.port, digue.head("GET", "/incidents/" + incident.id)),
                "floor: Asio and Beast, a hello": (hello, int(hello.line), bare),
                "peer: Python asyncio, a hello": (peer, int(peer.line), bare)}, options.requests, options.runs)
            floor = floor_of_entries(folder)
            for load in ((50, options.writers, 0, options.entries),
                         (options.streams, options.writers, options.rate, options.rate * options.seconds)):
                measure_load(digue, incident, options.client, load, floor)
        finally:
            for program in (digue, hello, peer):
                program.end()


if __name__ == "__main__":
    main()
