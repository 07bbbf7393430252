using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BacklogPS.Http;

/// <summary>
/// The requests that change something. The caller of each states whether it may be repeated after an error that leaves
/// open whether it was carried out: only if doing it twice is the same as doing it once.
/// </summary>
internal static class Writing
{
    public static readonly HttpMethod Patch = new("PATCH");

    /// <summary>Adds an object and returns it. Never repeated, because that would add it twice.</summary>
    public static Task<T> AddAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel)
        where T : class =>
        RequireAsync(http.SendAsync<T>(Request(HttpMethod.Post, path, fields), cancel));

    /// <summary>Adds something where the response is a list.</summary>
    public static Task<IReadOnlyList<T>> AddListAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel) =>
        RequireAsync(http.SendListAsync<T>(Request(HttpMethod.Post, path, fields), cancel));

    /// <summary>A POST that leaves the same state however often it is sent; null if the response is empty.</summary>
    public static Task<T?> PostAgainAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel)
        where T : class =>
        http.SendAsync<T>(Request(HttpMethod.Post, path, fields) with { MayRepeat = true }, cancel);

    /// <summary>A POST without a response body that must not be repeated.</summary>
    public static Task PostAsync(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel) =>
        http.SendAsync<object>(Request(HttpMethod.Post, path, fields), cancel);

    /// <summary>Changes fields of an object. The response is the whole object after the change.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="path">The object to change.</param>
    /// <param name="fields">The fields to change.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <param name="mayRepeat">False if something else is added or sent with it: a comment, a file, a notification.</param>
    public static Task<T> ChangeAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel, bool mayRepeat = true)
        where T : class =>
        RequireAsync(http.SendAsync<T>(Request(Patch, path, fields) with { MayRepeat = mayRepeat }, cancel));

    /// <summary>Replaces an object or a setting.</summary>
    public static Task<T> ReplaceAsync<T>(this BacklogHttp http, ApiPath path, Fields fields, CancellationToken cancel)
        where T : class =>
        RequireAsync(http.SendAsync<T>(Request(HttpMethod.Put, path, fields) with { MayRepeat = true }, cancel));

    /// <summary>
    /// Removes an object and returns it. Returns null if the response is empty, or if a repeated request found that the
    /// first one had already removed it.
    /// </summary>
    public static Task<T?> RemoveAsync<T>(this BacklogHttp http, ApiPath path, CancellationToken cancel, Fields? fields = null)
        where T : class =>
        http.SendAsync<T>(Request(HttpMethod.Delete, path, fields) with { MayRepeat = true }, cancel);

    /// <summary>A POST or PATCH that leaves the same state however often it is sent and whose response is a list.</summary>
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
