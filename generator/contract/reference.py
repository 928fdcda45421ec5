"""The reference of all tables in Chinese, as Markdown, made from the Table Schemas."""

from __future__ import annotations

from .schema import Field, Table, load_tables

_TYPES = {
    "string": "文字",
    "number": "数字",
    "integer": "整数",
    "boolean": "是或否",
    "date": "日期",
    "list": "列表",
}
_MEANINGS = {
    "money": "金额",
    "period": "时间（日、月、年或一段）",
    "url": "网址",
    "region": "区划代码",
    "gtin": "商品条码",
    "months": "月份",
    "markdown": "正文（Markdown）",
    "percent": "百分比",
}

_HEAD = """# 数据表一览

本页由 `generator/contract/schemas/` 生成，请勿手改。
每张表写在 `data/` 里。
一行一条的写成 CSV，例如 `data/offers.csv`。
一条一个文件的写成 YAML，例如 `data/products/ziyang-cha.yml`。
文件名和文件夹名用表的英文名。
字段名和可选值可以写中文，也可以写英文；同一条记录里同一个字段只写一次。
标“必填”的不能空；标“不公开”的只留在数据里，不上网站。
写 `xx` 表示未披露，不是零，也不是没有。
列表写成多行（每行以 `- ` 开头），或在一格里用分号隔开。
"""


def reference_markdown() -> str:
    """Return the whole reference: a table of contents, then every table with its fields."""
    tables = load_tables().values()
    contents = [f"- [{table.title}](#{table.name})（`{table.name}`）" for table in tables]
    return "\n".join([_HEAD, *contents, "", *(_section(table) for table in tables)])


def _section(table: Table) -> str:
    lines = [f'<a id="{table.name}"></a>', "", f"## {table.title} `{table.name}`", ""]
    if table.description:
        lines += [table.description, ""]
    key = "、".join(table.by_name[name].title for name in table.primary_key)
    lines += [f"主键：{key}。", ""]
    if table.nested:
        nested = "、".join(f"{each.title}（`{each.name}`，见[{each.title}](#{each.table})）" for each in table.nested)
        lines += [f"YAML 文件里还可以写：{nested}。", ""]
    lines += ["| 字段 | 英文名 | 写什么 | 说明 | 例子 |", "| --- | --- | --- | --- | --- |"]
    lines += [_line(entry) for entry in table.fields]
    return "\n".join([*lines, ""])


def _line(entry: Field) -> str:
    marks = [mark for mark, holds in (("必填", entry.required), ("不公开", not entry.public)) if holds]
    title = f"**{entry.title}**" + (f"（{'，'.join(marks)}）" if marks else "")
    examples = "、".join(f"`{_cell(example)}`" for example in entry.examples)
    return f"| {title} | `{entry.name}` | {_kind(entry)} | {_cell(entry.description)} | {examples} |"


def _kind(entry: Field) -> str:
    if entry.categories:
        return " / ".join(f"{_cell(category.label)}（`{category.value}`）" for category in entry.categories)
    kind = _MEANINGS.get(entry.semantic) or _TYPES[entry.type]
    if entry.target:
        target = load_tables()[entry.target]
        kind = f"{'若干' if entry.is_list else '一个'}[{target.title}](#{target.name})的编号"
    if entry.constraints.get("pattern"):
        kind += "（小写字母、数字和连字符，不超过 60 个）"
    return kind


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
