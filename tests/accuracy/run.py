#!/usr/bin/env python3
"""make accuracy: how right arsip reads, in figures that are kept.

Made articles (with ../shared/corpus/make-corpus.py and ../shared/score/score.py): N of them for each
of SEEDS, as scraped text and as Markdown, held against the truth they were made from.
Real articles (REAL=folder, as ../shared/real/collect.py makes it): by outlet, as text and as JSONL.

A figure is a share of 1, and more is better. floors.json holds the least that each may be, for the
default N and SEEDS and for all that collect.py knows; one that slides under it is marked, and the
status is 1. ACCEPT=1 takes today's figures as the floors. VERBOSE=1 names the
sources of the real articles that a figure counts against.
What is not there is skipped, with a line that says so. No text of an article is printed or kept.
"""
import collections
import datetime
import glob
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

import detect

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, "floors.json")
SHARED = os.environ.get("SHARED") or os.path.join(HERE, "../../../shared")
ARSIP = os.path.abspath(os.environ.get("ARSIP") or os.path.join(HERE, "../../build/arsip"))
LESS_IS_BETTER = ("refs_false", "false_links")


def export(site):
    """The exported articles by source. Statuses 0 and 1 both have all that can be read."""
    done = subprocess.run([ARSIP, "-C", site, "export", "-q"], stdout=subprocess.PIPE, check=False)
    if done.returncode > 1:
        sys.exit(f"arsip export ended with {done.returncode}")
    return {a["source"]: a for a in map(json.loads, done.stdout.splitlines())}


# --- made articles ------------------------------------------------------------------------------


def score(corpus, articles, tmp):
    """What score.py says, with shares of what is wrong turned round."""
    path = os.path.join(tmp, "export.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(a) + "\n" for a in articles)
    out = subprocess.run([sys.executable, os.path.join(SHARED, "score/score.py"), corpus, path],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
    figures = {}
    for name, value in re.findall(r"^(\w+) +([0-9.]+)", out, re.M):
        figures[name] = 1 - float(value) if name in LESS_IS_BETTER else float(value)
    return {("no " + k if k in LESS_IS_BETTER else k): v for k, v in figures.items()}


def renamed(articles, truth):
    """Markdown sources under the names of the scraped ones, which score.py knows."""
    names = {"content/" + t["md"]: "content/" + t["file"] for t in truth}
    for a in articles:
        a["source"] = names.get(a["source"], a["source"])
        for r in a["references"]:
            r["target"] = r["target"] and names.get(r["target"], r["target"])
    return articles


def made(n, seed, tmp):
    """Figures by format."""
    corpus = os.path.join(tmp, "corpus")
    subprocess.run([sys.executable, os.path.join(SHARED, "corpus/make-corpus.py"), "-n", str(n), "--seed", str(seed),
                    "--format", "both", corpus], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    with open(os.path.join(corpus, "truth.jsonl"), encoding="utf-8") as f:
        truth = [json.loads(line) for line in f]
    figures = {}
    for form in ("raw", "markdown"):
        site = os.path.join(tmp, form)
        shutil.copytree(os.path.join(corpus, form), os.path.join(site, "content"))
        articles = list(export(site).values())
        if form == "markdown":
            renamed(articles, truth)
        figures[f"made {form}"] = score(corpus, articles, tmp)
        shutil.rmtree(site)
    shutil.rmtree(corpus)
    return figures


def measure_made(tmp):
    """The worst of all seeds for each figure."""
    n, seeds = int(os.environ.get("N") or 10000), (os.environ.get("SEEDS") or "1 42").split()
    if not os.path.exists(os.path.join(SHARED, "corpus/make-corpus.py")):
        print(f"made articles: skipped, there is no {SHARED}/corpus/make-corpus.py (SHARED=folder names another)")
        return {}
    worst = {}
    for seed in seeds:
        for table, figures in made(n, seed, tmp).items():
            for name, value in figures.items():
                table_of = worst.setdefault(table, {})
                table_of[name] = min(value, table_of.get(name, 1.0))
    print(f"made articles: {n} for each of the seeds {', '.join(seeds)}; the worst seed counts")
    return worst


# --- real articles ------------------------------------------------------------------------------


def true_date(text):
    """The date as its source's field gives it; Detik's is month/day/year."""
    for pattern, form in ((r"\d{4}-\d\d-\d\d", "%Y-%m-%d"), (r"\d\d \w{3} \d{4}", "%d %b %Y"),
                          (r"\d{1,2}/\d{1,2}/\d{4}", "%m/%d/%Y")):
        found = re.match(pattern, text or "")
        if found:
            try:
                return datetime.datetime.strptime(found.group(), form).date()
            except ValueError:
                pass
    return None


def title_index(records):
    index = collections.defaultdict(set)
    for source, r in records.items():
        index[detect.words(r["title"])].add(source)
    index.pop((), None)
    return index


def title_behind(rest, index):
    """The longest title of the set, of four words or more, that the words behind a mark start with."""
    w = detect.words(rest[:400])
    for n in range(min(len(w), 30), 3, -1):
        if w[:n] in index:
            return w[:n]
    return None


def without_commas(title):
    """As one set has it: each comma gone with the letter before it, the one behind the title, too."""
    title = re.sub(r"\w, ", ". ", title)
    return detect.words(title), detect.words(title[:-1])


def same_words(text, title):
    title = urllib.parse.unquote(title)
    a, b = detect.words(text), detect.words(title)
    n = min(len(a), len(b))
    return n > 0 and a[:n] == b[:n] or a in without_commas(title)


def tell(source, *what):
    """VERBOSE=1 names the articles behind a figure: their sources, not their words."""
    if os.environ.get("VERBOSE"):
        for name in what:
            print(f"    {source}: {name}")


class Tally:
    """Hits of tries, by the name of a figure."""

    def __init__(self):
        self.hits, self.tries = collections.Counter(), collections.Counter()

    def add(self, name, hits, tries=1):
        self.hits[name] += hits
        self.tries[name] += tries

    def figures(self):
        return {name: self.hits[name] / n for name, n in self.tries.items() if n}


def judge(tally, source, record, article, index, records):
    """One article: what arsip made of it against what the detectors and the record say."""
    tally.add("read", article is not None)
    if article is None:
        return
    date, wanted = article["date"], true_date(record["date"])
    left = detect.boilerplate_in(article["paragraphs"])
    tell(source, *left)
    tally.add("clear of boilerplate", not left)
    same = detect.words(article["title"]) == detect.words(urllib.parse.unquote(record["title"]))
    tally.add("title", same)
    if not same:
        tell(source, "title")
    tally.add("dated", date is not None)
    if date and wanted:
        tally.add("date within a day", abs((datetime.date.fromisoformat(date) - wanted).days) <= 1)
    marks, left = detect.marks_in(record["lines"]), detect.marks_in(article["paragraphs"])
    tally.add("marks taken", max(len(marks) - len(left), 0), len(marks))
    targets = {r["target"] for r in article["references"]}
    for title in {title_behind(rest, index) for rest in marks} - {None}:
        if index[title] - {source}:
            tally.add("titles of the set linked", bool(index[title] & targets))
    for r in article["references"]:
        if r["target"]:
            tally.add("links by the same words", same_words(r["text"], records[r["target"]]["title"]))


def judge_all(form, records, articles):
    tallies, index = collections.defaultdict(Tally), title_index(records)
    for source, record in records.items():
        judge(tallies[record["outlet"]], source, record, articles.get(source), index, records)
    return {f"real {form} {outlet}": tally.figures() for outlet, tally in sorted(tallies.items())}


def content_of(record):
    return record["title"] + "\n" + "\n".join(record["lines"])


def sources_of_text(records, folder):
    """By the text of each: collect.py numbers them by repository."""
    by_content = {content_of(r): r for r in records}
    found = {}
    for path in glob.glob(os.path.join(folder, "**/*.txt"), recursive=True):
        with open(path, encoding="utf-8", newline="") as f:
            record = by_content.get(f.read())
        if record:
            found["content/" + os.path.relpath(path, folder)] = record
    return found


def measure_real(tmp):
    real = os.environ.get("REAL")
    if not real or not os.path.exists(os.path.join(real, "articles.jsonl")):
        print("real articles: skipped, REAL names no folder with an articles.jsonl "
              "(../shared/real/collect.py makes one)")
        return {}
    with open(os.path.join(real, "articles.jsonl"), encoding="utf-8") as f:
        records = [json.loads(line) for line in f]
    text, jsonl = os.path.join(tmp, "text"), os.path.join(tmp, "jsonl")
    shutil.copytree(os.path.join(real, "txt"), os.path.join(text, "content"))
    os.makedirs(os.path.join(jsonl, "content"))
    shutil.copy(os.path.join(real, "articles.jsonl"), os.path.join(jsonl, "content"))
    print(f"real articles: {len(records)}")
    figures = judge_all("text", sources_of_text(records, os.path.join(text, "content")), export(text))
    numbered = {f"content/articles.jsonl#{i}": r for i, r in enumerate(records, 1)}
    figures.update(judge_all("jsonl", numbered, export(jsonl)))
    return figures


# --- floors -------------------------------------------------------------------------------------


def show(measured, floors):
    """A table a kind; what is under its floor is marked. Returns how many are."""
    under = 0
    for kind in ("made", "real text", "real jsonl"):
        rows = {t[len(kind) + 1:]: f for t, f in measured.items() if t.startswith(kind)}
        names = list(dict.fromkeys(n for f in rows.values() for n in f))
        if not rows:
            continue
        print(f"\n{kind}")
        for i, name in enumerate(names):
            print(f"  {chr(ord('a') + i)} {name}")
        print(" " * 16 + "".join(f"{chr(ord('a') + i):>9}" for i in range(len(names))))
        for row, figures in rows.items():
            cells = []
            for name in names:
                floor = floors.get(f"{kind} {row}", {}).get(name, 0)
                bad = name in figures and figures[name] < floor
                under += bad
                cells.append(f"{figures[name]:8.4f}{'<' if bad else ' '}" if name in figures else " " * 8 + ". ")
            print(f"{row:16}" + "".join(cells))
            for name in names:
                floor = floors.get(f"{kind} {row}", {}).get(name, 0)
                if name in figures and figures[name] < floor:
                    print(f"{'':16}{name}: {figures[name]:.4f} is under its floor {floor}")
    return under


def accept(measured, floors):
    for table, figures in measured.items():
        floors[table] = {name: math.floor(value * 10000) / 10000 for name, value in figures.items()}
    with open(FLOORS, "w", encoding="utf-8") as f:
        json.dump(floors, f, indent=1, sort_keys=True, ensure_ascii=False)
        f.write("\n")


def main():
    with open(FLOORS, encoding="utf-8") as f:
        floors = json.load(f)
    base = os.environ.get("TMPDIR") or ("/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    with tempfile.TemporaryDirectory(dir=base) as tmp:
        measured = measure_made(tmp)
        measured.update(measure_real(tmp))
    under = show(measured, floors)
    if os.environ.get("ACCEPT"):
        accept(measured, floors)
        print("\ntaken as the floors")
    elif under:
        print(f"\n{under} figures are under their floors")
        sys.exit(1)


if __name__ == "__main__":
    main()
