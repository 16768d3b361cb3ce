"""The command line: `python -m corpus MODE --corpus FOLDER`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from . import asl, aws, bad, diff, fetch, good, templates
from .run import HERE, Run

MODES = {"good": good.run, "bad": bad.run, "aws": aws.run, "diff": diff.run, "asl": asl.run}


def main() -> int:
    parser = argparse.ArgumentParser(prog="corpus", description=__doc__)
    parser.add_argument("mode", choices=[*MODES, "all", "fetch"], help="what to compare; `all` is every mode but `fetch`")
    parser.add_argument("--corpus", type=Path, required=True, metavar="FOLDER", help="folder with one checkout per repository")
    parser.add_argument("--infra-gen", type=Path, metavar="FILE", default=Path("target/debug/infra-gen"), help="the tool")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="only this repository; may be repeated")
    parser.add_argument("--cache", type=Path, default=Path("target/corpus"), metavar="FOLDER", help="folder for cfn-lint's findings")
    parser.add_argument("--sample", type=int, metavar="NUMBER", help="compare only about so many changes (mode `diff`)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="file for the report; stdout without it")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    if args.mode == "fetch":
        for repository in templates.repositories(HERE / "corpora.toml"):
            if not args.only or repository.name in args.only:
                print(f"fetching {repository.name}", file=sys.stderr)
                fetch.clone(repository, args.corpus)
        return 0
    if not args.infra_gen.is_file():
        parser.error(f"`{args.infra_gen}` is not a file; build it with `cargo build -p shop-infra`")
    run = Run(args.corpus.resolve(), args.infra_gen.resolve(), args.jobs, args.cache, tuple(args.only), args.sample)
    reports = [mode(run) for name, mode in MODES.items() if args.mode in (name, "all")]
    text = "\n\n".join(report for report, _ in reports)
    if args.report:
        args.report.write_text(f"{text}\n", "utf-8")
        print(f"wrote {args.report}")
    else:
        print(text)
    return 0 if all(met for _, met in reports) else 1


if __name__ == "__main__":
    sys.exit(main())
