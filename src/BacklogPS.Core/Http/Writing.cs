using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Http;

/// <summary>
/// The verbs that change something. Of each write its caller says whether it may be repeated after a fault that leaves
/// open whether it was carried out: only where twice is the same as once.
/// </summary>
internal static class Writing
{
    public static readonly HttpMethod Patch = new("PATCH");

    /// <summary>Adds something, which twice would be two; the answer is what was added.</summary>
    public static Task<T> AddAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel)
        where T : class =>
        RequireAsync(http.SendAsync<T>(Request(HttpMethod.Post, path, fields), cancel));

    /// <summary>The same where the answer is a list.</summary>
    public static Task<IReadOnlyList<T>> AddListAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel) =>
        RequireAsync(http.SendListAsync<T>(Request(HttpMethod.Post, path, fields), cancel));

    /// <summary>A POST that leaves the same state however often it is sent; null if the response is empty.</summary>
    public static Task<T?> PostAgainAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel)
        where T : class =>
        http.SendAsync<T>(Request(HttpMethod.Post, path, fields) with { MayRepeat = true }, cancel);

    /// <summary>A POST that says nothing back, and must not be repeated.</summary>
    public static Task PostAsync(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel) =>
        http.SendAsync<object>(Request(HttpMethod.Post, path, fields), cancel);

    /// <summary>Changes fields of an object; the response is the whole object after the change.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="path">The thing.</param>
    /// <param name="fields">What is to be changed.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="mayRepeat">False if something else is added or sent with it: a comment, a file, a notification.</param>
    public static Task<T> ChangeAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel, bool mayRepeat = true)
        where T : class =>
        RequireAsync(http.SendAsync<T>(Request(Patch, path, fields) with { MayRepeat = mayRepeat }, cancel));

    /// <summary>Puts something in the place of what was there.</summary>
    public static Task<T> ReplaceAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel)
        where T : class =>
        RequireAsync(http.SendAsync<T>(Request(HttpMethod.Put, path, fields) with { MayRepeat = true }, cancel));

    /// <summary>
    /// Removes something. The answer is what was removed; null if it is empty, and where a repetition found that the
    /// first try had removed it.
    /// </summary>
    public static Task<T?> RemoveAsync<T>(this BacklogHttp http, ApiPath path, CancellationToken cancel, Fields? fields = null)
        where T : class =>
        http.SendAsync<T>(Request(HttpMethod.Delete, path, fields) with { MayRepeat = true }, cancel);

    /// <summary>A POST or PATCH that leaves the same state however often it is sent, and answers with a list.</summary>
    public static Task<IReadOnlyList<T>> SetListAsync<T>(this BacklogHttp http, HttpMethod method, ApiPath path, Fields fields, CancellationToken cancel) =>
        RequireAsync(http.SendListAsync<T>(Request(method, path, fields) with { MayRepeat = true }, cancel));

    private static ApiRequest Request(HttpMethod method, ApiPath path, Fields? fields) =>
        new(method, path) { Body = fields is null || (fields.IsEmpty && method == HttpMethod.Delete) ? null : fields.ToBody() };

    private static async Task<T> RequireAsync<T>(Task<T?> sent)
        where T : class =>
        await sent.ConfigureAwait(false) ?? throw new BacklogException(BacklogErrorKind.AnswerInvalid, Messages.WriteUnanswered)
        {
            NextStep = Messages.WriteUnansweredNext,
            MayBeDone = true,
        };
}
