"""The checks of form find what they are for, and leave what is right alone."""
import pathlib
import tempfile
import unittest

import check_modules
import check_phrases
import tidy


class Tree:
    """A small repository of text files."""

    def __init__(self, files):
        self.folder = tempfile.TemporaryDirectory()  # Gone with the tree.
        self.root = pathlib.Path(self.folder.name)
        (self.root / "src").mkdir()
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text, encoding="utf-8")


MODULES = "core:\nstorage: core\nweb: core\n"


class Modules(unittest.TestCase):
    def faults(self, files, table=MODULES):
        tree = Tree({"src/modules.txt": table, **files})
        return list(check_modules.faults_of(tree.root))

    def test_an_include_of_the_row_is_right(self):
        self.assertEqual(self.faults({"src/web/page.cpp": '#include "core/text.h"\n'}), [])

    def test_an_include_outside_the_row_is_named(self):
        faults = self.faults({"src/web/page.cpp": '\n#include "storage/open.h"\n'})
        self.assertEqual(len(faults), 1)
        self.assertIn("src/web/page.cpp:2: web may not include storage", faults[0])

    def test_a_library_has_one_home(self):
        self.assertEqual(len(self.faults({"src/web/page.cpp": "#include <sqlite3.h>\n"})), 1)
        self.assertEqual(self.faults({"src/storage/sqlite/file.cpp": "#include <sqlite3.h>\n"}), [])

    def test_an_unlisted_folder_and_a_cycle_are_refused(self):
        self.assertIn("not in src/modules.txt", self.faults({"src/odd/x.h": ""})[0])
        self.assertIn("cycle", self.faults({}, "a: b\nb: a\n")[0])

    def test_a_test_may_use_testing(self):
        table = MODULES + "testing: core\n"
        self.assertEqual(self.faults({"src/web/page_test.cpp": '#include "testing/town.h"\n'}, table), [])
        self.assertEqual(len(self.faults({"src/web/page.cpp": '#include "testing/town.h"\n'}, table)), 1)


class Tidy(unittest.TestCase):
    def rules(self, path, text):
        tree = Tree({path: text})
        return [rule for _, rule, _ in tidy.faults_of_file(tree.root, tree.root / path)]

    def test_each_rule_finds_its_fault(self):
        for rule, line in {
            "using-namespace": "using namespace std;",
            "clock": "auto t = std::chrono::system_clock::now();",
            "random": "std::mt19937 generator;",
            "locale-function": "int n = std::stoi(text);",
            "cout": 'std::cout << "x";',
            "naked-new": "auto* p = new Thing(3);",
            "todo": "// TODO later",
            "sql": 'constexpr auto k = "SELECT id FROM meetings";',
            "name": "class PageManager {",
            "width": "int x = 1;" + " " * 100 + ";",
        }.items():
            self.assertIn(rule, self.rules("src/web/page.cpp", line + "\n"), rule)

    def test_right_places_are_left_alone(self):
        self.assertEqual(self.rules("src/core/clock.cpp", "std::chrono::system_clock::now();\n"), [])
        self.assertEqual(self.rules("src/storage/x.cpp", 'auto k = "SELECT id FROM m";\n'), [])
        self.assertEqual(self.rules("src/web/page.cpp", "// a new day (begins)\n"), [])

    def test_sizes(self):
        self.assertIn("size", self.rules("src/web/page.cpp", "int x;\n" * 501))
        body = "void f() {\n" + "    g();\n" * 60 + "}\n"
        self.assertIn("function", self.rules("src/web/page.cpp", body))
        self.assertIn("opening", self.rules("src/web/page.h", "#pragma once\n"))


class Claims(unittest.TestCase):
    ROW = "| sentence | proved by |\n|---|---|\n| Nothing is stored. | `src/web/x_test.cpp: KeepsNothing` |\n"

    def faults(self, template="{{#t}}Nothing is stored.{{/t}}", test="TEST(X, KeepsNothing) {", row=ROW):
        tree = Tree({"docs/claims.md": row, "src/web/views/x.html": template, "src/web/x_test.cpp": test})
        return list(tidy.faults_of_claims(tree.root))

    def test_a_sentence_with_its_test_is_right(self):
        self.assertEqual(self.faults(), [])

    def test_a_claim_without_its_test_is_named(self):
        self.assertIn("has no", self.faults(test="TEST(X, Other) {")[0])
        self.assertIn("names no test", self.faults(row=self.ROW.replace("x_test", "gone_test"))[0])

    def test_a_claim_that_no_row_or_no_page_has_is_named(self):
        more = "{{#t}}Nothing is stored.{{/t}}{{#t}}It sets no cookie.{{/t}}"
        self.assertIn("needs a row", self.faults(template=more)[0])
        self.assertIn("no page says", self.faults(template="")[0])


class Phrases(unittest.TestCase):
    def faults(self, source, catalogue, template=""):
        tree = Tree({
            "src/web/x.cpp": source,
            "src/web/views/x.html": template,
            "content/locale/es/x.po": catalogue,
        })
        return list(check_phrases.faults_of(tree.root))

    def test_a_missing_sentence_is_named(self):
        self.assertIn("not in content/locale/es: Hello.", self.faults('phrase("Hello.")', "")[0])
        self.assertIn("Two parts.", self.faults('fail(ErrorKind::conflict, "Two "\n "parts.")', "")[0])
        self.assertIn("Call {n}.", self.faults("", "", "{{#t}}Call\n {n}.{{/t}}")[0])

    def test_holes_must_agree_and_translations_be_there(self):
        entry = 'msgid "Call {n}."\nmsgstr "%s"\n'
        self.assertEqual(self.faults('phrase("Call {n}.")', entry % "Llama al {n}."), [])
        self.assertIn("holes", self.faults('phrase("Call {n}.")', entry % "Llama.")[0])
        self.assertIn("empty", self.faults('phrase("Call {n}.")', entry % "")[0])

    def test_each_plural_form_answers_to_its_own_english(self):
        entry = 'msgid "1 day"\nmsgid_plural "{n} days"\nmsgstr[0] "1 día"\nmsgstr[1] "%s"\n'
        source = 'counted(n, phrase("1 day"), phrase("{n} days"))'
        self.assertEqual(self.faults(source, entry % "{n} días"), [])
        self.assertIn("{holes}: {n} days", self.faults(source, entry % "días")[0])

    def test_an_entry_that_nothing_says_is_named(self):
        self.assertIn("nothing says", self.faults("", 'msgid "Old."\nmsgstr "Viejo."\n')[0])


if __name__ == "__main__":
    unittest.main()
