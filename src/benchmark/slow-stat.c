/*
 * For LD_PRELOAD: each call that asks about a file, or opens a folder, takes a millisecond longer below the folder that
 * SLOW_FOLDER names, as on a network file system. SLOW_COUNT=1 says on standard error how many there were.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The structures are only passed on: with the headers' own declarations these names could not be defined anew. */
struct stat;
struct stat64;
struct statx;

static atomic_long calls;

static int below(const char *path) {
  static const char *folder;
  if (!folder) {
    const char *named = getenv("SLOW_FOLDER");
    folder = named ? named : "";
  }
  size_t length = strlen(folder);
  return length && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static void delay_there(const char *path) {
  if (below(path)) {
    const struct timespec millisecond = {0, 1000000};
    atomic_fetch_add(&calls, 1);
    nanosleep(&millisecond, NULL);
  }
}

static void delay_descriptor(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length > 0) {
    path[length] = 0;
    delay_there(path);
  }
}

static void delay(int folder, const char *path) {
  char current[PATH_MAX];
  if (path && *path == '/') {
    delay_there(path);
  } else if (folder != AT_FDCWD) {
    delay_descriptor(folder);
  } else if (getcwd(current, sizeof current)) {
    delay_there(current);
  }
}

__attribute__((destructor)) static void count(void) {
  if (calls && getenv("SLOW_COUNT")) {
    fprintf(stderr, "slow calls: %ld\n", (long)calls);
  }
}

#define NEXT(name, ...)                                     \
  static int (*next)(__VA_ARGS__);                          \
  if (!next) next = (int (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define BY_PATH(name, structure)                            \
  int name(const char *path, struct structure *result) {    \
    NEXT(name, const char *, struct structure *);           \
    delay(AT_FDCWD, path);                                  \
    return next(path, result);                              \
  }

#define BY_VERSION(name, structure)                                   \
  int name(int version, const char *path, struct structure *result) { \
    NEXT(name, int, const char *, struct structure *);                \
    delay(AT_FDCWD, path);                                            \
    return next(version, path, result);                               \
  }

#define IN_FOLDER(name, structure)                                                \
  int name(int folder, const char *path, struct structure *result, int flags) {   \
    NEXT(name, int, const char *, struct structure *, int);                       \
    delay(folder, path);                                                          \
    return next(folder, path, result, flags);                                     \
  }

#define IN_FOLDER_BY_VERSION(name, structure)                                                  \
  int name(int version, int folder, const char *path, struct structure *result, int flags) {   \
    NEXT(name, int, int, const char *, struct structure *, int);                               \
    delay(folder, path);                                                                       \
    return next(version, folder, path, result, flags);                                         \
  }

BY_PATH(stat, stat)
BY_PATH(lstat, stat)
BY_PATH(stat64, stat64)
BY_PATH(lstat64, stat64)
BY_VERSION(__xstat, stat)
BY_VERSION(__lxstat, stat)
BY_VERSION(__xstat64, stat64)
BY_VERSION(__lxstat64, stat64)
IN_FOLDER(fstatat, stat)
IN_FOLDER(fstatat64, stat64)
IN_FOLDER_BY_VERSION(__fxstatat, stat)
IN_FOLDER_BY_VERSION(__fxstatat64, stat64)

int statx(int folder, const char *path, int flags, unsigned int mask, struct statx *result) {
  NEXT(statx, int, const char *, int, unsigned int, struct statx *);
  delay(folder, path);
  return next(folder, path, flags, mask, result);
}

DIR *opendir(const char *path) {
  static DIR *(*next)(const char *);
  if (!next) next = (DIR * (*)(const char *)) dlsym(RTLD_NEXT, "opendir");
  delay(AT_FDCWD, path);
  return next(path);
}

DIR *fdopendir(int descriptor) {
  static DIR *(*next)(int);
  if (!next) next = (DIR * (*)(int)) dlsym(RTLD_NEXT, "fdopendir");
  delay_descriptor(descriptor);
  return next(descriptor);
}
