using System.Collections.Generic;

namespace BacklogPS.HelpBuilder;

/// <summary>The headings and fixed texts of a page in one language. The sections have this order.</summary>
internal sealed record Language(
    string Culture,
    string Syntax,
    string Description,
    string Examples,
    string Parameters,
    string Inputs,
    string Outputs,
    string Notes,
    string Links,
    string Example,
    string OnlineVersion,
    string AcceptedValues,
    string SharedParameters)
{
    private const string Shared = "[{0}](" + PageFiles.Shared + ")";

    private static readonly IReadOnlyDictionary<string, Language> All = new Dictionary<string, Language>
    {
        ["en-US"] = new(
            "en-US", "Syntax", "Description", "Examples", "Parameters", "Inputs", "Outputs", "Notes", "Related links",
            "Example {0}: {1}", "Online version:", "Accepted values: {0}.", "Described in " + string.Format(null, Shared, "Shared parameters") + ": {0}."),
        ["ja-JP"] = new(
            "ja-JP", "構文", "説明", "例", "パラメーター", "入力", "出力", "メモ", "関連リンク",
            "例 {0}: {1}", "オンライン版:", "指定できる値: {0}。", string.Format(null, Shared, "共通のパラメーター") + "で説明しています: {0}。"),
    };

    /// <summary>The URL of the page on the web.</summary>
    public string OnlinePage(string cmdlet) => $"https://github.com/BacklogPS/BacklogPS/blob/main/docs/{Culture}/{cmdlet}.md";

    public static Language Of(string culture) => All.TryGetValue(culture, out var language)
        ? language
        : throw new HelpException($"There is no help language '{culture}'; there are: {string.Join(", ", All.Keys)}.");
}
