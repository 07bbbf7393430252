using System.Collections.Generic;
using System.IO;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>Files on their way in: uploaded first, attached to something later.</summary>
internal static class Uploads
{
    public static void Map(ApiRoutes routes) => routes.Post("space/attachment", Upload);

    /// <summary>The uploads that the request names; each can be attached once.</summary>
    public static IReadOnlyList<Attachment> Take(ApiCall call) => call.Parameters.Numbers("attachmentId[]")
        .Select(id => call.Data.Uploads.Remove(id, out var upload) ? upload : throw Parameters.Wrong("attachmentId[]"))
        .ToArray();

    private static ApiAnswer Upload(ApiCall call)
    {
        if (call.Files?.GetFile("file") is not { } file)
        {
            throw ApiException.Invalid("error.required : file");
        }

        var content = new MemoryStream();
        file.CopyTo(content);
        var upload = new Attachment
        {
            Id = call.Data.NextId("attachment"),
            Name = file.FileName,
            Content = content.ToArray(),
            ContentType = file.ContentType ?? "application/octet-stream",
            CreatedUser = call.User,
            Created = call.Clock.Stamp,
        };
        call.Data.Uploads[upload.Id] = upload;
        return ApiAnswer.Ok(new { upload.Id, upload.Name, upload.Size });
    }
}
