using System;
using System.Security.Cryptography;
using System.Text;

namespace BacklogPS.OAuth;

/// <summary>
/// The page that the browser ends on, in Japanese and English. It is one file without scripts that loads nothing, and
/// it repeats nothing from the request, because its address contains the code.
/// </summary>
internal sealed class CallbackPage
{
    // Normalize the line endings, whatever this file was checked out with: the browser hashes the style with LF.
    private static readonly string Style = """
        :root{color-scheme:light dark;--back:#eef3f0;--card:#fff;--ink:#1d2b27;--soft:#5a6b66;--line:#d9e3de;--accent:#12805c;--tint:#e2f3ec;--shadow:rgba(9,46,34,.10)}
        .stopped{--accent:#a4570a;--tint:#fbeedd}
        .refused{--accent:#b3372f;--tint:#fbe7e5}
        @media(prefers-color-scheme:dark){
        :root{--back:#0f1513;--card:#18211e;--ink:#e6efeb;--soft:#9db0a9;--line:#2b3834;--accent:#4cc79a;--tint:#17332a;--shadow:rgba(0,0,0,.45)}
        .stopped{--accent:#eda653;--tint:#38290f}
        .refused{--accent:#f08a80;--tint:#3b1f1c}}
        *{box-sizing:border-box;margin:0}
        body{min-height:100vh;display:flex;align-items:center;justify-content:center;padding:24px;background:var(--back);color:var(--ink);font:16px/1.65 system-ui,-apple-system,"Segoe UI","Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif}
        main{width:100%;max-width:460px;overflow:hidden;background:var(--card);border:1px solid var(--line);border-radius:14px;box-shadow:0 14px 40px var(--shadow)}
        header{display:flex;align-items:center;gap:10px;padding:13px 22px;border-bottom:1px solid var(--line);color:var(--soft);font:600 14px/1 ui-monospace,"Cascadia Code",Consolas,Menlo,monospace}
        header svg{width:22px;height:22px;color:var(--accent)}
        .body{padding:30px 30px 28px;text-align:center}
        .mark{display:grid;place-items:center;width:60px;height:60px;margin:0 auto 20px;border-radius:50%;background:var(--tint);color:var(--accent)}
        .mark svg{width:30px;height:30px}
        h1{font-size:21px;line-height:1.45;font-weight:650;text-wrap:balance}
        p{color:var(--soft);text-wrap:balance}
        [lang=ja]{word-break:auto-phrase}
        h1+p{margin-top:8px}
        section[lang=en]{margin-top:22px;padding-top:20px;border-top:1px solid var(--line)}
        section[lang=en] h1{font-size:18px}
        footer{padding:0 30px 24px;text-align:center;color:var(--soft);font-size:13px;line-height:1.6}
        """.Replace("\r", "");

    private const string Check = "<path d=\"M5 12.5l4.6 4.6L19 7.4\"/>";
    private const string Cross = "<path d=\"M7 7l10 10M17 7L7 17\"/>";
    private const string Alert = "<path d=\"M12 6.5v7M12 17.4v.1\"/>";

    private CallbackPage(string status, string html)
    {
        Status = status;
        Body = Encoding.UTF8.GetBytes(html);
    }

    /// <summary>Shown after a code was received. Only PowerShell knows yet whether the sign-in succeeds.</summary>
    public static CallbackPage Received { get; } = new("200 OK", Html(
        "received",
        Check,
        ("許可を受け取りました", "このタブを閉じて、PowerShell に戻ってください。<br>結果はそちらに表示されます。"),
        ("Your approval has arrived", "Close this tab and go back to PowerShell, which shows the result.")));

    /// <summary>Shown after a refusal.</summary>
    public static CallbackPage Refused { get; } = new("200 OK", Html(
        "refused",
        Cross,
        ("許可されませんでした", "接続は行われていません。<br>このタブを閉じて、PowerShell に戻ってください。"),
        ("Access was not given", "Nothing was connected. Close this tab and go back to PowerShell.")));

    /// <summary>Shown for requests that do not answer the current attempt.</summary>
    public static CallbackPage NotThisAttempt { get; } = new("400 Bad Request", Html(
        "stopped",
        Alert,
        ("進行中のサインインのページではありません", "以前に開いたタブなら、閉じてください。<br>PowerShell はまだ待っています。そこに表示されているアドレスを開いてください。"),
        ("This page does not belong to the sign-in under way", "If it is an older tab, close it. PowerShell is still waiting: open the address it shows.")));

    /// <summary>The HTTP status for the status line.</summary>
    public string Status { get; }

    public byte[] Body { get; }

    /// <summary>
    /// The headers of every page: not cached, not framed, no referrer, and nothing loaded or run. The only style is
    /// allowed by its hash.
    /// </summary>
    public static string Headers { get; } =
        "Content-Type: text/html; charset=utf-8\r\n"
        + "Cache-Control: no-store\r\n"
        + "Referrer-Policy: no-referrer\r\n"
        + "X-Content-Type-Options: nosniff\r\n"
        + $"Content-Security-Policy: default-src 'none'; style-src 'sha256-{Hash(Style)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n";

    private static string Html(string kind, string mark, (string Title, string Text) ja, (string Title, string Text) en) => $"""
        <!DOCTYPE html>
        <html lang="ja" class="{kind}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
        <title>BacklogPS | {ja.Title} | {en.Title}</title><style>{Style}</style></head>
        <body><main>
        <header><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><rect x="2.5" y="4" width="19" height="16" rx="4"/><path d="M7 9l3.5 3L7 15M13 15.5h4"/></svg>BacklogPS</header>
        <div class="body">
        <div class="mark"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{mark}</svg></div>
        <section lang="ja"><h1>{ja.Title}</h1><p>{ja.Text}</p></section>
        <section lang="en"><h1>{en.Title}</h1><p>{en.Text}</p></section>
        </div>
        <footer><span lang="ja">アドレスバーの内容は、ほかの人に見せないでください。</span><br>Do not share what the address bar shows.</footer>
        </main></body></html>
        """;

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
