using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using BacklogPS.SpaceSimulator.Data;
using Microsoft.AspNetCore.Http;

namespace BacklogPS.SpaceSimulator.OAuth;

internal enum AuthorizeProblem
{
    None,
    UnknownClient,
    WrongRedirectUri,
    WrongResponseType,
}

/// <summary>
/// The authorization page in Japanese and English. It loads no other resources. The ids of its buttons (sign-in, allow,
/// deny) must not change, because browser tests click them.
/// </summary>
internal static class AuthorizePage
{
    // A few kilobytes of markup here are simpler than a view engine.
    private const string Style = """
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;padding:24px;
          background:#f0f4f3;color:#2b3a38;font:16px/1.6 system-ui,"Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif}
        main{width:100%;max-width:440px;background:#fff;border:1px solid #d5dfdc;border-radius:10px;padding:32px;box-shadow:0 4px 18px rgba(0,60,48,.08)}
        .space{display:flex;align-items:center;gap:10px;margin-bottom:20px;color:#4d615d;font-size:14px}
        .space b{display:inline-grid;place-items:center;width:32px;height:32px;border-radius:8px;background:#00735c;color:#fff}
        h1{font-size:21px;line-height:1.4;margin:0 0 12px}
        :lang(ja){word-break:auto-phrase} strong{white-space:nowrap}
        p{margin:0 0 16px} ul{margin:0 0 20px;padding-left:20px}
        label{display:block;font-weight:600;margin-bottom:6px}
        select{width:100%;padding:10px 12px;font:inherit;border:1px solid #8aa09b;border-radius:6px;background:#fff;margin-bottom:20px}
        .buttons{display:flex;gap:12px;flex-wrap:wrap}
        button{flex:1;min-width:120px;padding:11px 18px;font:inherit;font-weight:600;border-radius:6px;border:1px solid #00735c;cursor:pointer;background:#00735c;color:#fff}
        button.plain{background:#fff;color:#2b3a38;border-color:#8aa09b}
        button:hover{filter:brightness(.95)} :focus-visible{outline:3px solid #f0a500;outline-offset:2px}
        code{background:#eef3f1;border-radius:4px;padding:1px 5px;overflow-wrap:anywhere}
        footer{margin-top:16px;font-size:13px;color:#5c6f6b}
        """;

    public static string SignIn(string language, string space, IEnumerable<User> users)
    {
        var options = string.Concat(users.Select(u => $"<option value=\"{Html(u.UserId!)}\">{Html(u.Name)} ({Html(u.UserId!)})</option>"));
        return language == "ja"
            ? Page(language, space, "ログイン", $"""
                <p>続けるには、このスペースにログインしてください。</p>
                <form method="post"><input type="hidden" name="step" value="sign-in">
                <label for="user">ユーザー</label><select id="user" name="user">{options}</select>
                <div class="buttons"><button id="sign-in" type="submit">ログイン</button></div></form>
                """)
            : Page(language, space, "Sign in", $"""
                <p>Sign in to this space to continue.</p>
                <form method="post"><input type="hidden" name="step" value="sign-in">
                <label for="user">User</label><select id="user" name="user">{options}</select>
                <div class="buttons"><button id="sign-in" type="submit">Sign in</button></div></form>
                """);
    }

    public static string Consent(string language, string space, string clientId, User user) => language == "ja"
        ? Page(language, space, "アプリの連携を許可しますか？", $"""
            <p>アプリケーション <code>{Html(clientId)}</code> が、<strong>{Html(user.Name)}</strong> さんとしてこのスペースを利用することを求めています。</p>
            <ul><li>プロジェクト、課題、Wiki などの閲覧</li><li>課題やコメントなどの追加・更新</li></ul>
            <form method="post" class="buttons"><button id="allow" name="step" value="allow" type="submit">許可する</button>
            <button id="deny" name="step" value="deny" type="submit" class="plain">拒否する</button></form>
            """)
        : Page(language, space, "Allow this application?", $"""
            <p>The application <code>{Html(clientId)}</code> asks to use this space as <strong>{Html(user.Name)}</strong>.</p>
            <ul><li>View projects, issues, wikis and more</li><li>Add and update issues, comments and more</li></ul>
            <form method="post" class="buttons"><button id="allow" name="step" value="allow" type="submit">Allow</button>
            <button id="deny" name="step" value="deny" type="submit" class="plain">Deny</button></form>
            """);

    public static string Error(string language, string space, AuthorizeProblem problem)
    {
        var text = (language, problem) switch
        {
            ("ja", AuthorizeProblem.UnknownClient) => "このアプリケーションは登録されていません。",
            ("ja", AuthorizeProblem.WrongRedirectUri) => "リダイレクト URI が登録されたものと一致しません。",
            ("ja", _) => "response_type は code でなければなりません。",
            (_, AuthorizeProblem.UnknownClient) => "This application is not registered.",
            (_, AuthorizeProblem.WrongRedirectUri) => "The redirect URI is not the registered one.",
            _ => "response_type must be code.",
        };
        return Page(language, space, language == "ja" ? "リクエストが正しくありません" : "The request is not valid", $"<p id=\"error\">{text}</p>");
    }

    public static Task WriteAsync(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html;charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(html);
    }

    private static string Page(string language, string space, string title, string content) => $"""
        <!DOCTYPE html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{title} | Backlog</title><style>{Style}</style></head>
        <body><main><div class="space"><b>{Html(space[..1].ToUpper(CultureInfo.InvariantCulture))}</b><span>{Html(space)}</span></div>
        <h1>{title}</h1>
        {content}
        </main><footer>{(language == "ja" ? "Backlog シミュレーター（テスト・デモ用）" : "Backlog simulator, for tests and demos")}</footer></body></html>
        """;

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
