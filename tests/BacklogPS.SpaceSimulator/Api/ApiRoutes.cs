using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>Registers the endpoints below /api/v2/.</summary>
internal sealed class ApiRoutes(IEndpointRouteBuilder routes, ApiGate gate)
{
    /// <summary>A GET that ignores unknown parameters.</summary>
    public void Get(string path, ApiHandler handler, RateClass rateClass = RateClass.Read) =>
        Map("GET", path, new ApiEndpoint(rateClass, null, handler));

    /// <summary>A GET that refuses unknown parameters.</summary>
    public void StrictGet(string path, ApiHandler handler, IReadOnlyList<string> accepts, RateClass rateClass = RateClass.Read) =>
        Map("GET", path, new ApiEndpoint(rateClass, accepts, handler));

    public void Post(string path, ApiHandler handler, params string[] accepts) => Write("POST", path, handler, accepts);

    public void Patch(string path, ApiHandler handler, params string[] accepts) => Write("PATCH", path, handler, accepts);

    public void Put(string path, ApiHandler handler, params string[] accepts) => Write("PUT", path, handler, accepts);

    public void Delete(string path, ApiHandler handler, params string[] accepts) => Write("DELETE", path, handler, accepts);

    public void Map(string method, string path, ApiEndpoint endpoint) =>
        routes.MapMethods("/api/v2/" + path, [method], context => gate.AnswerAsync(context, endpoint));

    private void Write(string method, string path, ApiHandler handler, string[] accepts) =>
        Map(method, path, new ApiEndpoint(RateClass.Update, accepts, handler));
}
