/*
 * dates.h - the parts of reading dates: date_scan.c finds them in prose,
 * date_field.c reads those that fill a field, date_address.c those in addresses
 * and paths; dates.c weighs the evidence.
 */
#ifndef LOADER_DATES_H
#define LOADER_DATES_H

#include "loader/internal.h"

enum {
	WIB = 7 * 60 /* minutes east of UTC: Jakarta */
};

/* --- date_words.c --------------------------------------------------------- */

/* "Sep", "September", "Okt", "Nopember" ...: 1 to 12, or 0. */
int month_of(struct slice word);
/* "Sabtu", "Jum'at", "Ahad", "Sat" ...: 0 Monday to 6, or -1. */
int weekday_of(struct slice word);
/* Same ASCII letters in either case. */
bool is_word(struct slice s, const char *word);
/* "Sabtu malam (26/9/2020)", "Sabtu dini hari (26/9/2020)". */
bool is_part_of_day(struct slice word);

/* --- date_digits.c -------------------------------------------------------- */

/* Behind the digits at `at`. */
size_t digits_end(struct slice s, size_t at);
/* The ASCII letters at `at`. */
struct slice letters_at(struct slice s, size_t at);
/* Exactly these two bytes. */
bool two_digits(struct slice s, size_t at, int *out);
/* These return false, with *out as it was, for what does not exist. */
bool set_date(int year, int month, int day, struct date *out);
bool set_minute(int hours, int minutes, struct moment *out);
/* "20200926", "202009261028", "20200926102800", in nobody's zone. */
bool compact(struct slice digits, struct moment *out);
/* Seconds, milliseconds or microseconds since 1970, told by their length. */
bool epoch(struct slice digits, struct moment *out);
/* "2020/09/26", "2020-9-6" at `at`, where four digits stand. */
bool year_first(struct slice s, size_t at, const char *separators,
		struct date *out, size_t *end);

/* --- date_clock.c --------------------------------------------------------- */

/* Behind blanks, commas, bars and dashes of any length. */
size_t skip_marks(struct slice s, size_t at);
/* "10:28", "- 10.28 WIB", "at 3:28 PM", "T03:28:00Z" at the head of s. */
bool clock_read(struct slice s, struct moment *out, size_t *end);
/* "WITA", "(WIB)", "GMT", "+0700", "GMT+7" at *at, which moves behind it. */
void zone_read(struct slice s, size_t *at, struct moment *out);

/* --- date_scan.c ---------------------------------------------------------- */

enum mention_form {
	FORM_YEAR,    /* "2020" alone */
	FORM_NUMBERS, /* 26/9/2020 */
	FORM_BRACKET, /* (26/9/2020) */
	FORM_MONTH,   /* 26 September 2020 */
	FORM_LOST,    /* (2692020): the slashes are lost */
};

/* A date as a text has it; that the day exists is not said. */
struct mention {
	enum mention_form form;
	size_t at, end; /* bytes of the text, the weekday among them */
	int weekday;	/* 0 Monday; -1: none stands before it */
	int year;	/* as written, up to 9999; 0: none is written */
	int month, day;
	/* FORM_LOST: the other day, if two can be read and both fit */
	struct date other;
};

/* The next mention at or after *at, which moves behind it. */
bool mention_next(struct slice text, size_t *at, struct mention *out);

/* The weekday that stands before `at`, or -1. */
int weekday_before(struct slice s, size_t at);
/* Three numbers with one separator: "26/9/2020", "26-09-20". */
struct numbers {
	int first, second, third;
	size_t end;	  /* behind them */
	char separator;	  /* one of / - . */
	bool short_third; /* of two digits */
};
/* At `at`, where a digit stands; false if there are none. */
bool numbers_at(struct slice text, size_t at, struct numbers *out);
/* What "20" means as a year. */
int full_year(int two_digits);

/* --- date_cue.c ----------------------------------------------------------- */

enum cue {
	CUE_NONE,
	CUE_DATELINE, /* its sentence is the first: "TEMPO.co - " */
	CUE_SAID,     /* somebody said or wrote it that day */
	CUE_AHEAD,    /* it is still to come, or may be */
};
/* What the words around bytes [at, end) say. */
enum cue date_cue(struct slice text, size_t at, size_t end);

/* "besok, Sabtu" before `at`, and nobody is quoted: written the day before. */
bool date_is_tomorrow(struct slice text, size_t at);

/* "akan digelar pada" before `at`, and nothing between. */
bool date_is_announced(struct slice text, size_t at);

/* "hari ini", "malam ini", but not "hingga hari ini"; and nobody is quoted. */
bool date_says_today(struct slice text);

/* --- date_field.c --------------------------------------------------------- */

struct field_date {
	struct moment when;
	struct date other; /* month first, where that is possible, too */
	int weekday;	   /* as written, or -1 */
};

/* All the forms of a date with its time. False if it is none. */
bool field_date_read(struct slice s, struct field_date *out);
/* What one value says of its column; ORDER_UNKNOWN: nothing. */
enum day_order field_order(struct slice s);
/* Whether it is a date of three numbers, the year not first. */
bool has_numbers(struct slice s);

/* --- date_column.c -------------------------------------------------------- */

struct columns;
struct date_column {
	int fd;
	uint64_t offset;	       /* of the first record */
	const struct columns *columns; /* of a CSV; NULL: JSONL */
	const struct slice *own;       /* the site's names of keys, or NULL */
};
/* What the dates of a file's first records show. */
enum day_order column_order(const struct date_column *file);
/* --- date_address.c ------------------------------------------------------- */

/* The last date in an address of the web, with its time if it has one. */
bool url_date(struct slice url, struct moment *out);
/* "2020/09/26", "2020-09-26", "20200926"; the last in the path. */
bool path_date(struct slice path, struct date *out);
/* A folder or a beginning of a name that is a year; the last, or 0. */
int path_year(struct slice path);

/* --- date_evidence.c ------------------------------------------------------ */

enum {
	FOUND_MAX = 64,	 /* dates of a text; what is behind is history */
	YEAR_LOW = 1900, /* of years that stand alone in a text */
	YEAR_COUNT = 300,
};

/* What a date in a text is worth; a later one counts for more. */
enum grade {
	GRADE_NONE,   /* history, or still to be resolved */
	GRADE_MISFIT, /* that day was another weekday: a slip */
	GRADE_BARE,   /* "(10/9/2019)"; "katanya, 10 September 2019" */
	GRADE_SLIP,   /* "Jumat (17/3/3023)", mended */
	GRADE_FITS,   /* "Sabtu (26/9/2020)", and it was one */
};

struct found {
	struct date date; /* unknown: without a year, or two readings */
	struct mention mention;
	struct slice words;
	uint32_t line;
	unsigned items; /* of a timetable, that stand behind or below it */
	enum cue cue;
	enum grade grade;
	bool deduced;	   /* its year is one of several in the text */
	bool is_announced; /* "akan digelar" stands right before it */
	bool is_eve;	   /* the text calls the day behind it tomorrow */
};

/* All that an article says of days. */
struct evidence {
	struct found found[FOUND_MAX];
	size_t count;
	bool years[YEAR_COUNT]; /* named in the text, from YEAR_LOW */
	int last_year, path_year;
	struct moment page;	   /* its date line, if known */
	size_t page_found;	   /* in found */
	const struct found *today; /* in found; NULL: nothing calls one so */
	bool has_open, has_two;	   /* dates that could not be resolved */
};

/*
 * All dates of the text, each with what it is worth and what its sentence
 * says; days without a year and with lost slashes are resolved by the others.
 * url_year: that of the article's address, or 0.
 */
void evidence_collect(struct evidence *e, struct cleaner *c, int url_year);
/* Days to the nearest date whose weekday fits; INT32_MAX: there is none. */
int32_t days_to_sure(const struct evidence *e, struct date date);

#endif
