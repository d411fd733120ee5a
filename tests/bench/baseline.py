"""What one would write in an afternoon instead: Python's json, a list of known
lines, and four regular expressions. In one process, for `make bench`.

    python3 baseline.py articles.jsonl    prints articles and CPU seconds
"""
import json
import re
import sys
import time

KNOWN = {"loading...", "advertisement", "a a a",
         "scroll to continue with content", "scroll to resume content"}
DATELINE = re.compile(r"^[A-Z][\w .,()/]{1,40}? (?:-|--|\u2013|\u2014) ")
BYLINE = re.compile(r"\(([a-z]{2,4}(?:/[a-z]{2,4})?)\)$")
MARK = re.compile(r"\((?:Baca|Baca juga|Simak) ?: ?([^)]{5,200})\)|"
                  r"^(?:Baca|Simak|Lihat) juga ?: ?(.{5,200})$", re.I)
DATE = re.compile(r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu),? "
                  r"\(?(\d{1,2})/(\d{1,2})/(\d{4})")


def clean(record):
    lines = [" ".join(line.split()) for line in record["content"].split("\n")]
    lines = [line for line in lines if line and line.lower() not in KNOWN]
    references, paragraphs, seen = [], [], set()
    date = record.get("date") or DATE.search("\n".join(lines))
    byline = lines and BYLINE.search(lines[-1])
    if byline:
        lines[-1] = lines[-1][:byline.start()].rstrip()
    for line in lines:
        references += MARK.findall(line)
        line = DATELINE.sub("", MARK.sub("", line)) if line else line
        if line and line not in seen:
            seen.add(line)
            paragraphs.append(line)
    return record["title"], date, byline, paragraphs, references


def main():
    count, start = 0, time.process_time()
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            clean(json.loads(line))
            count += 1
    print(count, round(time.process_time() - start, 3))


main()
