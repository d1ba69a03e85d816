#!/usr/bin/env python3
"""Measures the console's first frame, the first frame of the members' register, and the form of a new
patrol when it is asked for soon after the start, in a pseudo-terminal of 120x40: of a demo city, of a
synthetic one and of one with 25,000 people, in turn. A frame ends when nothing has come for 60 ms.

    bench-start.py PROGRAM DEMO CITY PEOPLE
"""
import fcntl, os, pty, select, statistics, struct, sys, termios, time

program, *directories = sys.argv[1:]
NAMES = ("demo", "city", "25,000 people")
RUNS, QUIET, SOON = 15, 0.06, 0.3
F2 = b"\x1bOQ"


class Console:
    def __init__(self, where):
        self.begun = time.perf_counter()
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execv(program, [program, "--data", where])

    def frame(self, since, least):
        """Milliseconds to the last byte of a frame of so many bytes at least."""
        last, count = since, 0
        while select.select([self.terminal], [], [], QUIET if count >= least else 10)[0]:
            count += len(os.read(self.terminal, 65536))
            last = time.perf_counter()
        return (last - since) * 1000

    def press(self, key):
        begun = time.perf_counter()
        os.write(self.terminal, key)
        return self.frame(begun, 500)

    def close(self):
        os.kill(self.child, 9)
        os.waitpid(self.child, 0)
        os.close(self.terminal)


def measure(where):
    console = Console(where)
    first = console.frame(console.begun, 4000)
    register = console.press(b"7")
    console.close()
    console = Console(where)
    console.frame(console.begun, 4000)
    time.sleep(SOON)
    form = console.press(F2)
    console.close()
    return first, register, form


for where in directories:
    measure(where)
rounds = [[measure(where) for where in directories] for _ in range(RUNS)]
titles = "first frame", "register's first frame", f"form {SOON * 1000:.0f} ms after the first frame"
for what, title in enumerate(titles):
    demo = [one[0][what] for one in rounds]
    for place, name in enumerate(NAMES):
        times = [one[place][what] for one in rounds]
        ratio = statistics.median(time / base for time, base in zip(times, demo))
        print(f"{name + ': ' + title:<52}{statistics.median(times):>8.1f} ms{ratio:>8.2f}")
