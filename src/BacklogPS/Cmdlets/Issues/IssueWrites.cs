using System.Linq;
using System.Management.Automation.Language;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Sends the fields of an issue with its files, and warns about fields that Backlog did not apply.</summary>
internal static class IssueWrites
{
    public static async Task<Issue> AddAsync(
        BacklogHttp http, Project project, IssueFields fields, AttachmentFiles files, PipelineOutput output, CancellationToken cancel)
    {
        var added = await files.SendAsync(http, ids => AddAsync(http, project, fields with { AttachmentIds = ids }, cancel), cancel).ConfigureAwait(false);
        foreach (var field in fields.NotTakenBy(added))
        {
            output.Warning(Message.Of(CmdletMessages.FieldNotTakenNew, field, added.IssueKey));
        }

        return added;
    }

    /// <summary>Changes an issue. Null if there was nothing to change.</summary>
    public static async Task<Issue?> ChangeAsync(
        BacklogHttp http, string issueKey, IssueFields fields, AttachmentFiles files, PipelineOutput output, CancellationToken cancel)
    {
        var changed = await files.SendAsync(http, ids => Issues.UpdateAsync(http, issueKey, fields with { AttachmentIds = ids }, cancel), cancel).ConfigureAwait(false);
        foreach (var field in changed is null ? Enumerable.Empty<string>() : fields.NotTakenBy(changed))
        {
            output.Warning(Message.Of(CmdletMessages.FieldNotTaken, field, issueKey));
        }

        return changed;
    }

    private static async Task<Issue> AddAsync(BacklogHttp http, Project project, IssueFields fields, CancellationToken cancel)
    {
        try
        {
            return await Issues.AddAsync(http, project.Id, fields, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.MayBeDone)
        {
            error.NextStep = Message.Of(CmdletMessages.IssueMayBeAddedNext, http.Address.Name, project.ProjectKey, CodeGeneration.EscapeSingleQuotedStringContent(fields.Summary.Value));
            throw;
        }
    }
}
