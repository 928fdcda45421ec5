"""Kinds of finding about reading YAML files."""

from __future__ import annotations

from .model import Kind, Level, Text

_COLON_AND_INDENT_KINDS: tuple[Kind, ...] = (
    Kind(
        "yaml-full-width-colon",
        Level.ERROR,
        Text("用了中文冒号", "Full-width colon"),
        Text(
            "“{found}”后面用了中文冒号“：”，读不出字段。",
            '"{found}" is followed by the full-width colon "：", so no field can be read.',
        ),
        Text(
            "请改成英文冒号加一个空格：“{allowed}”。",
            'Type the ASCII colon and a space instead: "{allowed}".',
        ),
    ),
    Kind(
        "yaml-colon-space",
        Level.ERROR,
        Text("冒号后面少一个空格", "No space after the colon"),
        Text(
            "“{found}”的冒号后面没有空格，读不出字段。",
            'There is no space after the colon of "{found}", so no field can be read.',
        ),
        Text("请在冒号后面加一个空格：“{allowed}”。", 'Put a space after the colon: "{allowed}".'),
    ),
    Kind(
        "yaml-missing-colon",
        Level.ERROR,
        Text("这一行没有冒号", "Line without a colon"),
        Text(
            "“{found}”这一行没有“字段: 内容”里的冒号。",
            'The line "{found}" has no colon between a field and its value.',
        ),
        Text(
            "请写成“字段: 内容”；如果它接着上一行的文字，请在行首加两个空格。",
            'Write it as "field: value"; if it continues the text above, begin it with two more spaces.',
        ),
    ),
    Kind(
        "yaml-colon-in-value",
        Level.ERROR,
        Text("内容里又有冒号", "Colon inside a value"),
        Text(
            "“{found}”里又出现了“: ”，分不清哪一段是字段、哪一段是内容。",
            'In "{found}" another ": " appears, so field and value cannot be told apart.',
        ),
        Text("请给内容加上英文引号：{allowed}", "Put the value in quotes: {allowed}"),
    ),
    Kind(
        "yaml-tab",
        Level.ERROR,
        Text("用了制表符缩进", "Tab used for indentation"),
        Text("行首用了 Tab 键（制表符），YAML 只认空格。", "The line begins with a tab; YAML knows only spaces there."),
        Text("请删去行首的制表符，改用空格，每一层两个。", "Delete the tab and use spaces, two for each level."),
    ),
    Kind(
        "yaml-wide-space",
        Level.ERROR,
        Text("行首用了全角空格", "Full-width space used for indentation"),
        Text(
            "行首用了全角空格或网页上的特殊空格，看不出这一行属于哪一层。",
            "The line begins with full-width or no-break spaces, which do not count as indentation.",
        ),
        Text(
            "请删去行首的空格，切换到英文输入法，用空格键重新输入，每一层两个。",
            "Delete them and type ordinary spaces, two for each level.",
        ),
    ),
    Kind(
        "yaml-indentation",
        Level.ERROR,
        Text("缩进没有对齐", "Lines that do not line up"),
        Text("“{found}”这一行的缩进和上面的行对不齐。", 'The line "{found}" does not line up with those above.'),
        Text(
            "同一层的字段要从同一列开始；下一层多两个空格；清单的每一项另起一行，用“- ”开头。",
            'Fields of one level begin in one column, the next level two spaces further, list items with "- ".',
        ),
    ),
)

_CHARACTER_KINDS: tuple[Kind, ...] = (
    Kind(
        "yaml-unclosed-quote",
        Level.ERROR,
        Text("引号没有配对", "Quote that does not match"),
        Text(
            "“{found}”这里的引号没有配对，或者引号后面还有文字。",
            'The quote at "{found}" is not closed, or text follows after it.',
        ),
        Text(
            "请检查这一处前后的英文引号，要成对；内容里的引号请用中文“”。",
            "See that quotes come in pairs and nothing follows the closing one; inside a value use curly quotes.",
        ),
    ),
    Kind(
        "yaml-bracket",
        Level.ERROR,
        Text("方括号或花括号没有配对", "Bracket that does not match"),
        Text(
            "“{found}”里的 [ ] 或 {{ }} 没有配对，或者括号后面还有文字。",
            'The [ ] or {{ }} in "{found}" do not match, or text follows after them.',
        ),
        Text(
            "如果是清单，请写成 [甲, 乙]，用英文逗号；如果只是文字，请换成中文括号【】，或者给整段内容加英文引号。",
            "Write a list as [one, two]; if the brackets are plain text, put the whole value in quotes.",
        ),
    ),
    Kind(
        "yaml-special-character",
        Level.ERROR,
        Text("内容用特殊符号开头", "Value that begins with a special character"),
        Text(
            "内容用“{found}”开头，这个符号在 YAML 里另有用处。",
            'The value begins with "{found}", which means something else in YAML.',
        ),
        Text("请给内容加上英文引号：{allowed}", "Put the value in quotes: {allowed}"),
    ),
    Kind(
        "yaml-alias",
        Level.ERROR,
        Text("用了 & 或 * 引用", "Anchor or alias"),
        Text(
            "“{found}”是 YAML 的引用写法，这里不用。",
            '"{found}" is an anchor or alias of YAML, which is not used here.',
        ),
        Text(
            "请把内容完整写出来；如果 & 或 * 只是文字，请加上英文引号：{allowed}",
            "Write the value out; if & or * is plain text, put it in quotes: {allowed}",
        ),
    ),
    Kind(
        "yaml-tag",
        Level.ERROR,
        Text("用了 ! 标签", "Tag"),
        Text("“{found}”是 YAML 的标签写法，这里不用。", '"{found}" is a tag of YAML, which is not used here.'),
        Text(
            "请删去标签；如果 ! 只是文字，请给内容加上英文引号。",
            "Delete the tag; if ! is plain text, put the value in quotes.",
        ),
    ),
    Kind(
        "yaml-syntax",
        Level.ERROR,
        Text("写法读不懂", "YAML that cannot be read"),
        Text("读到“{found}”这里读不下去了：{why_zh}。", 'Reading stopped at "{found}": {why_en}.'),
        Text(
            "请看这一行和上一行：每行写“字段: 内容”，英文冒号后加一个空格；含有特殊符号的内容加英文引号。",
            'Look at this line and the one above: "field: value"; put values with special characters in quotes.',
        ),
    ),
)

_STRUCTURE_KINDS: tuple[Kind, ...] = (
    Kind(
        "yaml-duplicate-key",
        Level.ERROR,
        Text("同一个字段写了两次", "Field written twice"),
        Text("“{word}”在第 {first} 行已经写过，这里又写了一次。", '"{word}" was already written on line {first}.'),
        Text("请只留一个；有多个内容时写成清单。", "Keep one of the two; write several values as a list."),
    ),
    Kind(
        "yaml-not-a-mapping",
        Level.ERROR,
        Text("不是“字段: 内容”的写法", "Not a mapping"),
        Text(
            "文件从{found_zh}开始，而不是“字段: 内容”。",
            'The file begins with {found_en} instead of "field: value" lines.',
        ),
        Text(
            "一个文件写一样东西，每行一个“字段: 内容”；有多样东西就分成多个文件，或者用 CSV。",
            'A file holds one thing, one "field: value" a line; use several files, or CSV, for several things.',
        ),
    ),
    Kind(
        "yaml-second-document",
        Level.ERROR,
        Text("一个文件里有两份内容", "Second document"),
        Text("“---”把文件分成了两份，第二份没有读。", '"---" begins a second document, which was not read.'),
        Text("请删去这一行“---”；如果是两样东西，请分成两个文件。", 'Delete the line "---", or make two files of it.'),
    ),
    Kind(
        "yaml-too-deep",
        Level.ERROR,
        Text("层次太深", "Nested too deeply"),
        Text("这里的层次超过了 {allowed} 层。", "More than {allowed} levels are nested here."),
        Text(
            "请检查这里的缩进和括号；产品资料最多用到三层。",
            "Look at indentation and brackets here; no field needs more than three levels.",
        ),
    ),
    Kind(
        "nested-mapping",
        Level.ERROR,
        Text("字段下面又写了字段", "Fields inside a field"),
        Text(
            "“{word}”下面又写了“字段: 内容”，这里放不下。",
            '"{word}" holds "field: value" lines, which do not fit here.',
        ),
        Text(
            "如果“{word}”是清单（比如报价），每一项用“- ”开头；如果是一段文字，请写在同一行，或者加英文引号。",
            'If "{word}" is a list (such as offers), begin each item with "- "; write text on one line or quote it.',
        ),
    ),
    Kind(
        "nested-list",
        Level.ERROR,
        Text("清单里的写法不一致", "List of mixed items"),
        Text(
            "“{word}”的这一项是{found_zh}，和清单里别的写法对不上。",
            'This item of "{word}" is {found_en}, unlike what a list may hold.',
        ),
        Text(
            "清单的每一项要么都是一段文字，要么都是“字段: 内容”，不能套另一个清单。",
            'Items are either all plain text or all "field: value"; a list does not hold another list.',
        ),
    ),
)

YAML_KINDS: tuple[Kind, ...] = (*_COLON_AND_INDENT_KINDS, *_CHARACTER_KINDS, *_STRUCTURE_KINDS)
