"""Kinds of finding about reading files: which files, their encodings, and what YAML and CSV add."""

from __future__ import annotations

from .kinds_csv import CSV_KINDS
from .kinds_yaml import YAML_KINDS
from .model import Kind, Level, Text

_FOLDER_KINDS: tuple[Kind, ...] = (
    Kind(
        "data-folder-missing",
        Level.ERROR,
        Text("没有 data 文件夹", "No data folder"),
        Text(
            "站点里没有 {found} 文件夹，没有可以读的数据。", "The site has no folder {found}: there is nothing to read."
        ),
        Text(
            "请在站点文件夹里新建 {found}，把 YAML 或 CSV 文件放进去；也可以用 shanhuo init 建一个现成的站点。",
            "Make a folder {found} in the site and put YAML or CSV files into it, or start with shanhuo init.",
        ),
    ),
    Kind(
        "unknown-file",
        Level.ERROR,
        Text("不认识的文件或文件夹", "Unknown file or folder"),
        Text(
            "“{found}”不是任何数据表的名字，里面的内容没有读。",
            '"{found}" is not the name of a table; nothing in it was read.',
        ),
        Text(
            "是不是想写 {allowed}？请改名；如果不是数据，请移到 data 文件夹以外。",
            "Did you mean {allowed}? Rename it, or move it out of the data folder if it is not data.",
        ),
    ),
    Kind(
        "file-misplaced",
        Level.ERROR,
        Text("文件放错了位置", "File in the wrong place"),
        Text("“{found}”放在这里读不到。", '"{found}" cannot be read from here.'),
        Text("请移到 {allowed}。", "Move it to {allowed}."),
    ),
    Kind(
        "file-name-case",
        Level.ERROR,
        Text("文件名大小写不对", "Upper and lower case of a file name"),
        Text(
            "“{found}”和“{allowed}”只差大小写，在有些电脑上是同一个文件。",
            '"{found}" and "{allowed}" differ only in case; on some computers they are one file.',
        ),
        Text("只保留一个，写成“{allowed}”。", 'Keep one of them, written "{allowed}".'),
    ),
    Kind(
        "spreadsheet-file",
        Level.ERROR,
        Text("表格文件不能直接读", "Spreadsheet file"),
        Text("“{found}”是电子表格，没有读。", '"{found}" is a spreadsheet and was not read.'),
        Text(
            "请在 Excel 或 WPS 里选“另存为”，类型选“CSV UTF-8（逗号分隔）”，存成 {allowed}，再把原表移出 data 文件夹。",
            'Use "Save as", type "CSV UTF-8", name it {allowed}, then move the spreadsheet out of the data folder.',
        ),
    ),
    Kind(
        "link-outside",
        Level.ERROR,
        Text("链接指向站点外面", "Link that leaves the site"),
        Text(
            "“{found}”是一个链接，它指向的地方不在站点文件夹里，或者已经不在了，为安全起见没有读。",
            '"{found}" is a link to something outside the site folder or gone; it was not read, to be safe.',
        ),
        Text("请删去链接，把文件本身复制到这里。", "Delete the link and copy the file itself to this place."),
    ),
    Kind(
        "file-empty",
        Level.ERROR,
        Text("空文件", "Empty file"),
        Text("文件里什么也没有写。", "There is nothing in this file."),
        Text(
            "请补上内容，或者删掉这个文件。（CSV 可以只有表头一行。）",
            "Write its content or delete the file. (A CSV file may have just its header.)",
        ),
    ),
    Kind(
        "file-too-large",
        Level.ERROR,
        Text("文件太大", "File too large"),
        Text(
            "文件有 {found}，超过了 {allowed} 的上限，没有读。",
            "The file has {found}, more than {allowed}, and was not read.",
        ),
        Text(
            "请拆成几个文件；图片和附件不要写进数据文件里。",
            "Divide it into several files; pictures and attachments do not belong into data files.",
        ),
    ),
)

_ENCODING_KINDS: tuple[Kind, ...] = (
    Kind(
        "encoding-broken",
        Level.ERROR,
        Text("有损坏的文字", "Broken bytes"),
        Text(
            "“{found}”里的 � 处不是 {allowed} 编码，文件可能被截断过，或者混进了另一种编码。",
            'The bytes at � in "{found}" are not {allowed}: the file may have been cut, or two encodings were mixed.',
        ),
        Text(
            "请打开文件，找到这一处，重新输入这几个字，再保存为 UTF-8。",
            "Open the file, type the words at this place again, and save it as UTF-8.",
        ),
    ),
    Kind(
        "encoding-refused",
        Level.ERROR,
        Text("文字编码不对", "Other encoding"),
        Text(
            "文件不是 UTF-8 编码，看起来是 {found}，没有读。",
            "The file is not UTF-8 but seems to be {found}; it was not read.",
        ),
        Text(
            "请另存为 UTF-8：Excel 选“CSV UTF-8（逗号分隔）”，记事本在“另存为”的“编码”里选 UTF-8。",
            'Save it as UTF-8: in Excel choose "CSV UTF-8", in Notepad choose UTF-8 under "Encoding".',
        ),
    ),
    Kind(
        "hidden-character",
        Level.ERROR,
        Text("有看不见的字符", "Hidden character"),
        Text(
            "这里有一个看不见的字符 {found}，多半是从别处复制时带来的。",
            "There is a hidden character {found} here, most likely pasted in.",
        ),
        Text(
            "请把光标移到这里，删去前后各一个字，再用键盘重新输入。",
            "Put the cursor here, delete one character before and after it, and type them again.",
        ),
    ),
    Kind(
        "garbled-text",
        Level.ERROR,
        Text("有乱码", "Garbled text"),
        Text(
            "这里写的是“{found}”，是以前用错编码保存留下的乱码，原来的字已经丢失。",
            'This reads "{found}": left by saving in a wrong encoding, the words themselves are lost.',
        ),
        Text("请对照原来的资料，重新输入这几个字。", "Look up the original and type these words again."),
    ),
)

FILE_KINDS: tuple[Kind, ...] = (*_FOLDER_KINDS, *_ENCODING_KINDS, *YAML_KINDS, *CSV_KINDS)
