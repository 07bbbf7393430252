using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BacklogPS.SpaceSimulator.Api;

internal delegate ApiAnswer ApiHandler(ApiCall call);

/// <param name="Class">The rate limit class that the endpoint counts towards.</param>
/// <param name="Accepts">
/// The known parameters, if the endpoint refuses others; a trailing * matches anything. Null if it ignores unknown
/// parameters.
/// </param>
/// <param name="Handler">Creates the response.</param>
internal sealed record ApiEndpoint(RateClass Class, IReadOnlyList<string>? Accepts, ApiHandler Handler)
{
    /// <summary>False for GET /rateLimit, which must work even when the limits are used up.</summary>
    public bool Counts { get; init; } = true;
}

/// <summary>Handles every API request: authentication, rate limit, parameters, then the endpoint.</summary>
internal sealed class ApiGate(SimulatedSpace space)
{
    public async Task AnswerAsync(HttpContext context, ApiEndpoint endpoint)
    {
        try
        {
            var entry = context.Features.GetRequiredFeature<Delivery>().Ticket.Entry;
            if (space.Authentication.Authenticate(context, entry) is not { } user)
            {
                return;
            }

            var allowed = !endpoint.Counts || space.RateLimits.TryTake(user.Id, endpoint.Class, out _);
            space.RateLimits.Peek(user.Id, endpoint.Class).WriteHeaders(context.Response);
            if (!allowed)
            {
                throw new ApiException(429, 13, "Too Many Requests.");
            }

            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
            var parameters = ReadParameters(entry, form, space.Shape);
            RefuseUnknown(endpoint, parameters);

            ApiAnswer answer;
            lock (space.Data.Sync)
            {
                // A single lock protects everything that reads or changes the space, because requests are short and few
                // run at a time.
                answer = endpoint.Handler(new ApiCall(space, user, context, parameters, form?.Files));
            }

            await WriteAsync(context.Response, answer);
        }
        catch (ApiException refusal)
        {
            var errors = new[] { new { message = refusal.Message, code = refusal.Code, moreInfo = refusal.MoreInfo } };
            await WriteAsync(context.Response, ApiAnswer.Raw(Json.Bytes(new { errors }), refusal.Status));
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or BadHttpRequestException))
        {
            // A bug in the simulator must not look like one of Backlog's responses.
            var errors = new[] { new { message = "The simulator failed: " + bug, code = 1, moreInfo = "" } };
            await WriteAsync(context.Response, ApiAnswer.Raw(Json.Bytes(new { errors }), 500));
        }
    }

    private static Parameters ReadParameters(LogEntry entry, IFormCollection? form, AnswerShape shape)
    {
        var pairs = entry.QueryPairs.Where(p => p.Name != "apiKey").ToList();
        if (form is not null)
        {
            pairs.AddRange(form.SelectMany(field => field.Value, (field, value) => new QueryPair(field.Key, value ?? "")));
        }

        return new Parameters(shape == AnswerShape.BigIds ? pairs.ConvertAll(p => new QueryPair(Shapes.WithoutBigIds(p.Name), Shapes.WithoutBigIds(p.Value))) : pairs);
    }

    private static void RefuseUnknown(ApiEndpoint endpoint, Parameters parameters)
    {
        if (endpoint.Accepts is null)
        {
            return;
        }

        bool Known(string name) => endpoint.Accepts.Any(known => known.EndsWith('*') ? name.StartsWith(known[..^1], StringComparison.Ordinal) : name == known);
        if (parameters.Names.FirstOrDefault(name => !Known(name)) is { } unknown)
        {
            throw ApiException.Invalid($"error.unknownParameter : {unknown}");
        }
    }

    private async Task WriteAsync(HttpResponse response, ApiAnswer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.ContentType is null)
        {
            return;
        }

        response.ContentType = answer.ContentType;
        if (answer.FileName is not null)
        {
            response.Headers.ContentDisposition = "attachment; filename*=UTF-8''" + Uri.EscapeDataString(answer.FileName);
        }

        if (answer.Location is not null)
        {
            response.Headers.Location = answer.Location;
        }

        var body = answer.IsJson && answer.Status < 300 ? Shapes.Apply(answer.Body, space.Shape) : answer.Body;
        await response.Body.WriteAsync(body);
    }
}
