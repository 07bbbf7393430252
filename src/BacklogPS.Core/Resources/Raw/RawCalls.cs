using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Json;
using BacklogPS.Transport;
using Newtonsoft.Json.Linq;

namespace BacklogPS.Resources;

/// <summary>
/// Calls that know only the path of an endpoint. Responses are plain values: strings, numbers, booleans, null, arrays
/// of these and dictionaries of these.
/// </summary>
internal static class RawCalls
{
    private static readonly string IssuesPath = ApiPath.Of("issues").ToString();

    /// <summary>Reads a list from its first page to its last, by offset.</summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="path">The list.</param>
    /// <param name="parameters">The list's parameters. <c>count</c> is the page size, <c>offset</c> the start.</param>
    /// <param name="emit">Receives each page's items.</param>
    /// <param name="cancel">Cancels reading.</param>
    public static Task ByOffsetAsync(
        BacklogHttp http, ApiPath path, Query parameters, Func<IReadOnlyList<object?>, Task> emit, CancellationToken cancel) =>
        Paging.ByOffsetAsync<JToken, string>(
            http,
            path,
            () => parameters.Without("offset", "count"),
            new PageRange(Number(parameters, "offset") ?? 0, long.MaxValue),
            Identity,
            page => emit(Checked(http, path, parameters, Plain(page))),
            cancel,
            PageSize(parameters),
            Created);

    /// <summary>
    /// Reads a list from its first page to its last, by id. <c>minId</c> and <c>maxId</c> are its bounds, <c>count</c>
    /// is the page size.
    /// </summary>
    /// <param name="http">The connection to the space.</param>
    /// <param name="path">The list.</param>
    /// <param name="parameters">The list's parameters.</param>
    /// <param name="emit">Receives each page's items.</param>
    /// <param name="cancel">Cancels reading.</param>
    public static Task ByIdAsync(
        BacklogHttp http, ApiPath path, Query parameters, Func<IReadOnlyList<object?>, Task> emit, CancellationToken cancel)
    {
        var ascending = parameters.Value("order") == "asc";
        var moving = ascending ? "minId" : "maxId";
        return Paging.ByIdAsync<JToken>(
            http,
            path,
            from => from is null ? parameters.Without("count") : parameters.Without("count", moving).Add(moving, from),
            ascending,
            PageRange.All,
            item => Id(item) ?? throw NoId(http, path),
            page => emit(Plain(page)),
            cancel,
            PageSize(parameters));
    }

    /// <summary>
    /// Returns the items unchanged. For issues, first checks that the space applied the filters on custom fields.
    /// </summary>
    /// <exception cref="BacklogException">The space ignored such a filter.</exception>
    public static IReadOnlyList<object?> Checked(BacklogHttp http, ApiPath path, Query parameters, IReadOnlyList<object?> items)
    {
        if (path.ToString() == IssuesPath)
        {
            ListFieldCheck.Of(http.Address, parameters)?.RequirePlain(items);
        }

        return items;
    }

    // The versions of a wiki page have no id.
    private static long? Id(JToken item) => (long?)(item["id"] ?? item["version"]);

    // Recently viewed items are identified by the object inside. Items without any id cannot be told apart and are not
    // filtered.
    private static string? Identity(JToken item) =>
        item is JObject fields
            ? (fields["id"] ?? fields.Values().OfType<JObject>().Select(inner => inner["id"]).FirstOrDefault(id => id is not null))?.ToString()
            : null;

    private static DateTimeOffset? Created(JToken item) =>
        item is JObject fields && DateTimeOffset.TryParse((string?)(fields["created"] as JValue), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static IReadOnlyList<object?> Plain(IEnumerable<JToken> page) => page.Select(BacklogJson.Plain).ToList();

    private static int PageSize(Query parameters) => (int)Math.Min(Math.Max(Number(parameters, "count") ?? PageRange.FullPage, 1), int.MaxValue);

    private static long? Number(Query parameters, string name) =>
        parameters.Value(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.ParameterNoNumber, name, text)) { Target = text };

    private static BacklogException NoId(BacklogHttp http, ApiPath path) =>
        new(BacklogErrorKind.AnswerInvalid, Message.Of(Messages.PagedWithoutId, path)) { NextStep = Message.Of(CallerText.PagedWithoutIdNext), Space = http.Address.Name };
}
