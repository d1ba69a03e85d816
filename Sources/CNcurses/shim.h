// ncursesw behind the few functions we call: what Swift can't import is a macro, a variadic
// function or the global `stdscr`.
#ifndef XUNFANG_NCURSES_H
#define XUNFANG_NCURSES_H
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_NOMACROS 1
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static inline const char *curses_set_ctype(const char *name) { return setlocale(LC_CTYPE, name); }
static inline WINDOW *curses_screen(void) { return stdscr; }
static inline int curses_colors(void) { return COLORS; }
static inline int curses_pairs(void) { return COLOR_PAIRS; }

static const attr_t curses_bold = WA_BOLD;
static const attr_t curses_dim = WA_DIM;
static const attr_t curses_underline = WA_UNDERLINE;
static const attr_t curses_reverse = WA_REVERSE;

// Puts one character (a base and what combines with it) at a place; never wraps.
static inline void curses_put(int y, int x, const wchar_t *text, attr_t attributes, short pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == OK) mvwadd_wch(stdscr, y, x, &cell);
}
static inline void curses_clear_row(int y) {
  wmove(stdscr, y, 0);
  wclrtoeol(stdscr);
}
// ncurses writes after every movement of the cursor, forty times a frame, until it has come back from
// shell mode once. It does so here, before it knows of any colours, on a terminal that nobody sees: the
// one in use keeps its modes and shows nothing of it. Where there is none, frames go out in pieces.
static inline void curses_come_back(void) {
  struct winsize window;
  // What opens the screen is for the terminal in use.
  delay_output(0);
  int locked = 0, unseen = -1;
  int own = dup(1), master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (own >= 0 && master >= 0 && ioctl(master, TIOCSPTLCK, &locked) == 0 &&
      ioctl(1, TIOCGWINSZ, &window) == 0 && ioctl(master, TIOCSWINSZ, &window) == 0)
    unseen = ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (unseen >= 0 && dup2(unseen, 1) == 1) {
    endwin();
    wrefresh(stdscr);
    dup2(own, 1);
    // The first frame clears the screen, as it would have done.
    clearok(curscr, TRUE);
  }
  if (unseen >= 0) close(unseen);
  if (master >= 0) close(master);
  if (own >= 0) close(own);
}
// A terminfo string, or NULL.
static inline const char *curses_capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}
static inline int curses_number(const char *name) { return tigetnum((char *)name); }
static inline void curses_send(const char *capability) {
  if (capability) {
    putp(capability);
    fflush(stdout);
  }
}
// The `wcwidth` that C code in this process is given.
static inline int curses_wcwidth(wchar_t character) { return wcwidth(character); }
// Whether the locale in force has a sequence of bytes for the character.
static inline int curses_locale_writes(wchar_t character) {
  char bytes[64];
  mbstate_t state = {0};
  return MB_CUR_MAX <= sizeof bytes && wcrtomb(bytes, character, &state) != (size_t)-1;
}
static inline int curses_is_multibyte(void) { return MB_CUR_MAX > 1; }
// 1 when the terminal's description was found.
static inline int curses_setup(const char *term) {
  int result = 0;
  return setupterm((char *)term, 1, &result) == OK;
}
// How many columns ncurses itself gives a character: the start-up self-test of `wcwidth`.
static inline int curses_measured_width(const wchar_t *text) {
  WINDOW *pad = newpad(1, 8);
  if (!pad) return -1;
  cchar_t cell;
  int width = -1;
  if (setcchar(&cell, text, WA_NORMAL, 0, NULL) == OK) {
    mvwadd_wch(pad, 0, 0, &cell);
    width = getcurx(pad);
  }
  delwin(pad);
  return width;
}
#endif
