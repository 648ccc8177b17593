"""Writes the three files behind waymark_embed (cmake/embed.cmake): a header, a
table of names, and an assembler file that takes the bytes in with .incbin.

usage: embed.py NAME ROOT OUT FILE...
"""
import os
import sys

name, root, out = sys.argv[1:4]
files = sorted(sys.argv[4:])
os.makedirs(f"{out}/embedded", exist_ok=True)

HEADER = f"""// Made by scripts/embed.py.
#pragma once
#include <span>
#include <string_view>
namespace waymark::embedded {{
struct {name}_file {{
    std::string_view path;
    std::string_view bytes;
}};
// Every file, ordered by path.
std::span<const {name}_file> {name}_files();
// The bytes of one file; empty when there is none of that path.
std::string_view {name}(std::string_view path);
}}  // namespace waymark::embedded
"""

rows, externs, asm = [], [], [".section .rodata"]
for n, path in enumerate(files):
    symbol = f"embedded_{name}_{n}"
    relative = os.path.relpath(path, root)
    externs.append(f'extern "C" const char {symbol}[];\nextern "C" const char {symbol}_end[];')
    rows.append(f'    {{"{relative}", {{{symbol}, static_cast<std::size_t>({symbol}_end - {symbol})}}}},')
    asm.append(f'.globl {symbol}\n.globl {symbol}_end\n.balign 16\n{symbol}:\n.incbin "{path}"\n{symbol}_end:\n.byte 0')
asm.append('.section .note.GNU-stack,"",@progbits')

SOURCE = f"""// Made by scripts/embed.py.
#include "embedded/{name}.h"
#include <array>
#include <cstddef>
{chr(10).join(externs)}
namespace waymark::embedded {{
std::span<const {name}_file> {name}_files() {{
  static const std::array<{name}_file, {len(files)}> files{{{{
{chr(10).join(rows)}
  }}}};
  return files;
}}
std::string_view {name}(std::string_view path) {{
  for (const auto& file : {name}_files()) {{
    if (file.path == path) return file.bytes;
  }}
  return {{}};
}}
}}  // namespace waymark::embedded
"""


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


write(f"{out}/embedded/{name}.h", HEADER)
write(f"{out}/embedded_{name}.cpp", SOURCE)
write(f"{out}/embedded_{name}.S", "\n".join(asm) + "\n")
