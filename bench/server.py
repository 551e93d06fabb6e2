#!/usr/bin/env python3
"""Measures `digue serve` beside its floors and a peer, in one run, and prints what it found.

  bench/server.py --digue PROGRAM --hello PROGRAM --work DIR [--writers N] [--streams N] [--entries N]
                  [--requests N] [--runs K]

Requests: 20 connections that ask one thing after the other.  Floor: Boost's Asio and Beast alone (bench_hello);
peer: the same hello in Python's asyncio.  Runs take turns.
Entries: writers add lines to one logbook, each waiting for its receipt, while streams follow it.  Floor: one
fdatasync of a line appended to a file of the same folder, which is what an entry can't be faster than when it is
alone.  What each stream got is compared with what was written.

The client is Python and takes as much of the processor as the server: compare the processor time of each server for
a request, told beside, rather than the time that passed.
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


class Load:
    """Writers of one logbook, and streams that follow it."""

    def __init__(self, digue, options):
        self.digue, self.options = digue, options
        self.written, self.delays, self.got = [], [], []

    async def sign_in(self):
        connection = await Connection.to(self.digue.port)
        first = json.dumps({"code": self.digue.code, "name": "marie", "display_name": "Marie", "password": PASSWORD})
        head, _ = await connection.ask(self.digue.head("POST", "/first-start", first))
        self.digue.cookie = re.search(rb"(?i)set-cookie: ([^;]+)", head).group(1).decode()
        opened = json.dumps({"title": "Measured", "sheet": "mail-account"})
        _, body = await connection.ask(self.digue.head("POST", "/incidents", opened))
        self.incident = "/incidents/" + json.loads(body)["incident"]
        connection.close()

    async def follow(self, last):
        """Until the last entry came; its numbers, in order."""
        connection = await Connection.to(self.digue.port)
        connection.writer.write(self.digue.head("GET", self.incident + "/stream"))
        await connection.reader.readuntil(b"\r\n\r\n")  # from here on it is told
        numbers = []
        self.got.append(numbers)
        self.waiting -= 1
        while len(numbers) < last:
            line = await connection.reader.readline()
            if not line:
                break
            if line.startswith(b"id: "):
                numbers.append(int(line[4:]))
            elif sent := re.search(rb'"text":"sent ([0-9.]+)"', line):
                self.delays.append(time.perf_counter() - float(sent.group(1)))
        connection.close()

    async def write(self, count):
        connection = await Connection.to(self.digue.port)
        for _ in range(count):
            began = time.perf_counter()
            _, body = await connection.ask(
                self.digue.head("POST", self.incident + "/log", json.dumps({"text": f"sent {began:.6f}"})))
            self.written.append((json.loads(body)["entry"], time.perf_counter() - began))
        connection.close()

    async def run(self):
        options = self.options
        each = options.entries // options.writers
        self.waiting = options.streams
        streams = [asyncio.create_task(self.follow(each * options.writers)) for _ in range(options.streams)]
        while self.waiting:
            await asyncio.sleep(0.05)
        self.processor, began = self.digue.processor(), time.perf_counter()
        await asyncio.gather(*(self.write(each) for _ in range(options.writers)))
        self.seconds = time.perf_counter() - began
        await asyncio.wait(streams, timeout=60)
        for stream in streams:
            stream.cancel()
        self.processor = self.digue.processor() - self.processor

    def show(self, floor):
        options, written = self.options, sorted(number for number, _ in self.written)
        whole = sum(numbers == written for numbers in self.got)
        print(f"{len(written)} entries by {options.writers} writers, followed by {options.streams} streams")
        print(f"  floor: one line, on disk             {milliseconds(floor)}")
        print(f"  receipt, on disk                     {milliseconds([taken for _, taken in self.written])}  "
              f"{len(written) / self.seconds:6.0f} /s  processor {self.processor / len(written) * 1e6:5.0f} us each")
        print(f"  seen by a stream after being sent    {milliseconds(self.delays)}  slowest {max(self.delays) * 1e3:.0f} ms")
        print(f"  streams that got every entry in order: {whole} of {options.streams}")
        print(f"  memory {self.digue.memory():.0f} MB, at most {self.digue.memory('VmHWM'):.0f} MB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--hello", required=True)
    parser.add_argument("--work", required=True)
    for name, value in (("writers", 20), ("streams", 50), ("entries", 2000), ("requests", 10_000), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=value)
    options = parser.parse_args()
    pathlib.Path(options.work).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.work, prefix="server-") as folder:
        digue = Digue(options.digue, folder)
        hello, peer = Program([options.hello]), Program([sys.executable, "-c", PEER])
        try:
            print(f"digue serve: listens after {digue.start:.2f} s; idle {digue.memory():.0f} MB")
            load = Load(digue, options)
            asyncio.run(load.sign_in())
            bare = b"GET / HTTP/1.1\r\nHost: hello\r\n\r\n"
            measure_requests({
                "digue: health": (digue, digue.port, digue.head("GET", "/health")),
                "digue: an incident, signed in": (digue, digue.port, digue.head("GET", load.incident)),
                "floor: Asio and Beast, a hello": (hello, int(hello.line), bare),
                "peer: Python asyncio, a hello": (peer, int(peer.line), bare)}, options.requests, options.runs)
            floor = floor_of_entries(folder)
            asyncio.run(load.run())
            load.show(floor)
        finally:
            for program in (digue, hello, peer):
                program.end()


if __name__ == "__main__":
    main()
