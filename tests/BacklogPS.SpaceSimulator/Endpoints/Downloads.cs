using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

internal static class Downloads
{
    /// <summary>The attachment in the request's path, among the attachments of its owner.</summary>
    public static ApiAnswer Attachment(ApiCall call, IEnumerable<Attachment> attachments)
    {
        var id = call.RouteId("attachmentId", "attachment");
        var found = attachments.FirstOrDefault(a => a.Id == id) ?? throw ApiException.Missing("attachment");
        return ApiAnswer.File(found.Name, found.Content, found.ContentType);
    }
}
