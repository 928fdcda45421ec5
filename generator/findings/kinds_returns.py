"""Kinds of finding about workbooks that units send back; ``shanhuo collect`` tells them, no site holds them."""

from __future__ import annotations

from .model import Kind, Level, Text

RETURN_KINDS: tuple[Kind, ...] = (
    Kind(
        "return-unreadable",
        Level.ERROR,
        Text("填报表读不出来", "Return cannot be read"),
        Text(
            "这个文件不是导出的填报表，或者读不出来：{found}。",
            "This is no workbook that was exported for a unit: {found}.",
        ),
        Text(
            "请单位用导出的那份表填，存成 xlsx 再发来；有密码的先去掉密码。",
            "Ask the unit to fill in the workbook that was exported, and to save it as xlsx without a password.",
        ),
    ),
    Kind(
        "return-unknown-unit",
        Level.ERROR,
        Text("填报表不是这个站点的", "Return of another site"),
        Text(
            "填报表属于单位“{unit}”和活动“{campaign}”，数据里没有这样参与的单位。",
            'The workbook is of the body "{unit}" and the campaign "{campaign}"; no such body takes part.',
        ),
        Text(
            "检查是不是别的站点导出的；活动的参与单位改过的，重新导出一份。",
            "Check whether another site exported it; where the participants have changed, export it anew.",
        ),
    ),
    Kind(
        "return-row-changed",
        Level.ERROR,
        Text("登记过的行被改了", "Recorded row changed"),
        Text(
            "编号“{record}”登记过，“{word}”是“{allowed}”，交来的是“{found}”。",
            'The row "{record}" is recorded with "{allowed}" in "{word}"; the return has "{found}".',
        ),
        Text(
            "登记过的行不改：把这一行改回去，另填一行写差额，“更正行”写“{record}”。",
            'Recorded rows stay: change it back, and add a row with the difference that names "{record}" as corrected.',
        ),
    ),
    Kind(
        "return-row-twice",
        Level.ERROR,
        Text("两份填报表写的不一样", "Two returns differ"),
        Text(
            "编号“{record}”在 {other} 里也有，两份写的不一样。",
            'The row "{record}" stands in {other} too, and both differ.',
        ),
        Text(
            "问清单位哪一份对，把另一份拿出文件夹。",
            "Ask the unit which is right, and take the other out of the folder.",
        ),
    ),
    Kind(
        "return-cell-error",
        Level.ERROR,
        Text("单元格是错误值", "Cell holds an error"),
        Text("“{word}”这一格是 {found}，是公式算错留下的。", 'The cell of "{word}" holds {found}, left by a formula.'),
        Text("删去公式，直接写上内容。", "Delete the formula and write what belongs there."),
    ),
)
