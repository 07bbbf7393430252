using System.Net;
using System.Threading.Tasks;
using BacklogPS.SpaceSimulator.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BacklogPS.SpaceSimulator;

/// <summary>The pages that a browser would see. If an API client gets one, it used a wrong address.</summary>
internal static class WebPages
{
    public static void Map(IEndpointRouteBuilder routes, SpaceData data)
    {
        string[] pages = ["/", "/dashboard", "/LoginDisplay.action", "/EditApiSettings.action", "/view/{**rest}", "/projects/{**rest}", "/git/{**rest}", "/alias/{**rest}", "/document/{**rest}"];
        foreach (var page in pages)
        {
            routes.MapMethods(page, ["GET"], context => WriteAsync(context, 200, "Backlog", $"This is a page of the space {data.SpaceKey}. The API is below /api/v2/."));
        }

        routes.Map("/{**rest}", NotFoundAsync);
    }

    public static Task NotFoundAsync(HttpContext context) => WriteAsync(context, 404, "404 Not Found", "The page you are looking for does not exist.");

    private static Task WriteAsync(HttpContext context, int status, string title, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html;charset=utf-8";
        return context.Response.WriteAsync($"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title></head><body><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p></body></html>");
    }
}
