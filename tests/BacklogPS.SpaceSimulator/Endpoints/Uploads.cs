using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>Uploads: files are uploaded first and attached to something later. Also downloads them.</summary>
internal static class Uploads
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static void Map(ApiRoutes routes) => routes.Post("space/attachment", Roles.Reporter(Upload));

    /// <summary>
    /// The uploads in the request. They are not consumed yet, so that they survive if the request is refused.
    /// </summary>
    public static IReadOnlyList<Attachment> ForIssue(ApiCall call, int present) =>
        Named(call, present, call.Data.Licence.AttachmentLimitPerFile, call.Data.Licence.AttachmentNumLimit);

    public static IReadOnlyList<Attachment> ForWiki(ApiCall call, int present) =>
        Named(call, present, call.Data.Licence.WikiAttachmentLimitPerFile, call.Data.Licence.WikiAttachmentNumLimit);

    public static IReadOnlyList<Attachment> ForPullRequest(ApiCall call, int present) =>
        Named(call, present, call.Data.Licence.PullRequestAttachmentLimitPerFile, call.Data.Licence.PullRequestAttachmentNumLimit);

    /// <summary>Turns uploads into attachments with ids of their own. An upload can be attached only once.</summary>
    public static IReadOnlyList<Attachment> Take(ApiCall call, IEnumerable<Attachment> uploads) => uploads.Select(upload =>
    {
        call.Data.Uploads.Remove(upload.Id);
        return new Attachment
        {
            Id = call.Data.NextId("attachment"),
            Name = upload.Name,
            Content = upload.Content,
            ContentType = upload.ContentType,
            CreatedUser = upload.CreatedUser,
            Created = upload.Created,
        };
    }).ToList();

    /// <summary>An added attachment in the form that the change log shows.</summary>
    public static ChangeLog Logged(Attachment attachment, string where) => new("attachment", attachment.Name, null) { AttachmentInfo = new AttachmentInfo(attachment.Id, attachment.Name, where) };

    /// <summary>The attachment in the request's path, among the attachments of its owner.</summary>
    public static Attachment OfAddress(ApiCall call, IEnumerable<Attachment> attachments)
    {
        var id = call.RouteId("attachmentId", "attachment");
        return attachments.FirstOrDefault(a => a.Id == id) ?? throw ApiException.Missing("attachment");
    }

    private static List<Attachment> Named(ApiCall call, int present, long largest, int most)
    {
        var ids = call.Parameters.Numbers("attachmentId[]").ToList();
        var uploads = ids
            .Select(id => call.Data.Uploads.TryGetValue(id, out var upload) && upload.Created + Lifetime > call.Clock.Stamp ? upload : throw Parameters.Wrong("attachmentId[]"))
            .ToList();
        if (uploads.Distinct().Count() < uploads.Count)
        {
            throw Parameters.Wrong("attachmentId[]");
        }

        if (uploads.Exists(u => u.Size > largest))
        {
            throw TooLarge();
        }

        return most == 0 || present + uploads.Count <= most ? uploads : throw ApiException.TooMany("Too many attachments.");
    }

    private static ApiException TooLarge() => new(400, 10, "The size of attached file is too large.");

    private static ApiAnswer Upload(ApiCall call)
    {
        if (call.Files is not { Count: 1 } files || files.GetFile("file") is not { FileName.Length: > 0 } file)
        {
            throw ApiException.Invalid("error.required : file");
        }

        var licence = call.Data.Licence;
        if (file.Length > licence.AttachmentLimitPerFile)
        {
            throw TooLarge();
        }

        if (SpaceEndpoints.Used(call.Data) + file.Length > licence.StorageLimit)
        {
            throw new ApiException(400, 8, "The space is full.");
        }

        var content = new MemoryStream();
        file.CopyTo(content);
        var upload = new Attachment
        {
            Id = call.Data.NextId("upload"),
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
