using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Calling;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;
using BacklogPS.Transport;

namespace BacklogPS.Commands;

/// <summary>
/// Sends the rows of a valid sheet one by one. A stop takes effect between two rows, and no row is ever added twice: if
/// an issue may already have been added, it is searched for.
/// </summary>
internal sealed class ImportRun
{
    // How long a row in progress may take after Ctrl+C, and how long an issue may take to appear after a run was
    // killed.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // After these errors, all further rows would fail in the same way.
    private static readonly HashSet<BacklogErrorKind> Fatal = new()
    {
        BacklogErrorKind.AuthenticationFailed, BacklogErrorKind.SpaceReadOnly, BacklogErrorKind.NotConnected, BacklogErrorKind.SecretMissing,
        BacklogErrorKind.VaultLocked, BacklogErrorKind.OAuthRefreshRefused, BacklogErrorKind.HostNotFound, BacklogErrorKind.FileInaccessible,
    };

    private readonly BacklogHttp http;
    private readonly PipelineOutput output;
    private readonly ImportResultFile? file;
    private readonly string command;
    private readonly bool isWhatIf;
    private readonly Dictionary<long, long> newest = new();
    private readonly HashSet<string> made;
    private readonly List<int> done = new();

    public ImportRun(BacklogHttp http, PipelineOutput output, ImportResultFile? file, string command, bool isWhatIf)
    {
        this.http = http;
        this.output = output;
        this.file = file;
        this.command = command;
        this.isWhatIf = isWhatIf;
        made = new HashSet<string>(file?.Entries.Values.Where(e => e.IssueKey is not null).Select(e => e.IssueKey!) ?? Array.Empty<string>(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Sends all rows and emits the result of each.</summary>
    public async Task SendAsync(IReadOnlyList<ImportStep> steps, CancellationToken cancel)
    {
        var progress = await ImportProgress.OfAsync(http, output, command, steps.Count, cancel).ConfigureAwait(false);
        ImportStep? current = null;
        try
        {
            foreach (var step in steps)
            {
                cancel.ThrowIfCancellationRequested();
                progress.Show(done.Count);
                current = step;
                var (result, error) = await OneAsync(step, cancel).ConfigureAwait(false);
                current = null;
                done.Add(step.Number);
                await output.WriteAsync(result).ConfigureAwait(false);
                if (error is not null)
                {
                    await output.WriteErrorAsync(error, result).ConfigureAwait(false);
                    if (Fatal.Contains(error.Kind))
                    {
                        output.Warning(Message.Of(CmdletMessages.ImportGivenUp, Ranges(steps)));
                        return;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            output.WarnStopped(Message.Of(CmdletMessages.ImportStopped, done.Count, steps.Count, Ranges(steps)));
            if (current is not null)
            {
                output.WarnStopped(Message.Of(CmdletMessages.ImportStoppedWithin, current.Number, current.Summary));
            }

            throw;
        }
        finally
        {
            progress.Done();
        }
    }

    private async Task<(ImportResult Result, BacklogException? Error)> OneAsync(ImportStep step, CancellationToken cancel)
    {
        var before = file?.Entries.TryGetValue(step.Number, out var entry) == true ? entry : null;
        if (before?.IsDone == true)
        {
            step.IssueKey ??= before.IssueKey;
            return (Result(step, ImportAction.AlreadyDone), null);
        }

        if (step.Parent is { HasFailed: true } parent)
        {
            step.HasFailed = true;
            var error = new BacklogException(BacklogErrorKind.RowNotSent, Message.Of(CmdletMessages.ImportParentFailed, parent.Number)) { Concerning = Concerning(step) };
            return (Noted(step, 0, Result(step, ImportAction.Failed, error.Message)), error);
        }

        if (!step.Adds && step.IsEmpty)
        {
            return (Noted(step, 0, Result(step, ImportAction.Unchanged)), null);
        }

        if (!await output.ShouldProcessAsync(step.Target, step.Adds ? CmdletMessages.ActionAdd : CmdletMessages.ActionChange).ConfigureAwait(false))
        {
            // If a parent is not added, its children have no parent. With -WhatIf, they would have one.
            step.HasFailed = !isWhatIf;
            return (Result(step, !isWhatIf ? ImportAction.Skipped : step.Adds ? ImportAction.WouldCreate : ImportAction.WouldUpdate), null);
        }

        // A stop waits for the row in progress.
        using var sending = new CancellationTokenSource();
        using var stop = cancel.Register(() => sending.CancelAfter(Grace));
        return await SendAsync(step, before, sending.Token).ConfigureAwait(false);
    }

    private async Task<(ImportResult Result, BacklogException? Error)> SendAsync(ImportStep step, ImportResultFile.Entry? before, CancellationToken cancel)
    {
        var after = before?.IsOpen == true ? before.After : 0;
        try
        {
            if (step.Parent is { } parent)
            {
                parent.IssueId ??= (await Issues.GetAsync(http, parent.IssueKey!, cancel).ConfigureAwait(false)).Id;
                step.Fields = step.Fields with { ParentIssueId = new Field<long?>(parent.IssueId) };
            }

            if (after == 0 && step.Adds)
            {
                after = await NewestAsync(step.Project!, cancel).ConfigureAwait(false);
            }

            file?.Begin(step, after);
            var action = step.Adds ? await AddAsync(step, before, after, cancel).ConfigureAwait(false) : await ChangeAsync(step, before, cancel).ConfigureAwait(false);
            var result = Result(step, action);
            file?.End(result);
            return (result, null);
        }
        catch (BacklogException error)
        {
            // If the issue was added, its children can be added too, whatever else in its row failed.
            step.HasFailed = step.IssueId is null;
            error.Concerning = Concerning(step);
            var result = Result(step, error.MayBeDone && !step.MayRepeat && (step.IssueKey is null || !step.Adds) ? ImportAction.Undecided : ImportAction.Failed, error.FullMessage);
            if (error.Kind != BacklogErrorKind.FileInaccessible)
            {
                file?.Begin(step, after);
                file?.End(result);
            }

            return (result, error);
        }
    }

    private async Task<ImportAction> AddAsync(ImportStep step, ImportResultFile.Entry? before, long after, CancellationToken cancel)
    {
        Issue? issue = null;
        if (before is { IssueKey: { } key })
        {
            // The issue was added, and a later step failed.
            issue = await Issues.GetAsync(http, key, cancel).ConfigureAwait(false);
        }
        else if (before?.IsOpen == true)
        {
            issue = await FindAsync(step, after, before.Started, cancel).ConfigureAwait(false);
        }

        try
        {
            issue ??= await IssueWrites.AddAsync(http, step.Project!, step.Fields, step.Files ?? AttachmentFiles.None(output), output, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error) when (error.MayBeDone)
        {
            // There was no response. If the issue is found, it belongs to this row; if not, it may still appear, so the
            // result is unknown.
            issue = await FindAsync(step, after, DateTime.UtcNow, cancel).ConfigureAwait(false);
            if (issue is null)
            {
                throw;
            }
        }

        step.IssueKey = issue.IssueKey;
        step.IssueId = issue.Id;
        made.Add(issue.IssueKey);
        newest[step.Project!.Id] = Math.Max(issue.Id, newest.TryGetValue(step.Project.Id, out var last) ? last : 0);
        var rest = step.Settling.ChangesOf(issue);
        if (!rest.ToFields().IsEmpty)
        {
            await IssueWrites.ChangeAsync(http, issue.IssueKey, rest, AttachmentFiles.None(output), output, cancel).ConfigureAwait(false);
        }

        return ImportAction.Created;
    }

    private async Task<ImportAction> ChangeAsync(ImportStep step, ImportResultFile.Entry? before, CancellationToken cancel)
    {
        if (before?.IsOpen == true && !step.MayRepeat)
        {
            throw new BacklogException(BacklogErrorKind.RowNotSent, Message.Of(CmdletMessages.ImportUndecidedChange, step.IssueKey))
            {
                NextStep = Message.Of(CmdletMessages.ImportUndecidedNext, step.Number),
                MayBeDone = true,
            };
        }

        var changed = await IssueWrites.ChangeAsync(http, step.IssueKey!, step.Fields, step.Files ?? AttachmentFiles.None(output), output, cancel).ConfigureAwait(false);
        return changed is null ? ImportAction.Unchanged : ImportAction.Updated;
    }

    /// <summary>
    /// Finds the issue that was added for a row whose response was lost: one by this user with the row's summary, newer
    /// than the newest issue before, and not belonging to another row.
    /// </summary>
    /// <exception cref="BacklogException">There are several such issues.</exception>
    private async Task<Issue?> FindAsync(ImportStep step, long after, DateTime started, CancellationToken cancel)
    {
        for (var isLast = false; ; isLast = true)
        {
            var found = await FindAllAsync(step, after, cancel).ConfigureAwait(false);
            if (found.Count == 1)
            {
                return found[0];
            }

            if (found.Count > 1)
            {
                throw new BacklogException(BacklogErrorKind.RowNotSent, Message.Of(CmdletMessages.ImportUndecided, string.Join(", ", found.Select(i => i.IssueKey))))
                {
                    NextStep = Message.Of(CmdletMessages.ImportUndecidedNext, step.Number),
                    MayBeDone = true,
                };
            }

            // The space may still be processing the request.
            var wait = started + Grace - DateTime.UtcNow;
            if (isLast || wait <= TimeSpan.Zero)
            {
                return null;
            }

            await Task.Delay(wait < Grace ? wait : Grace, cancel).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Issue>> FindAllAsync(ImportStep step, long after, CancellationToken cancel)
    {
        var me = await Users.LookUpMyselfAsync(http, cancel).ConfigureAwait(false);
        var filter = new[] { new IssueFilter { ProjectIds = new[] { step.Project!.Id }, CreatedUserIds = new[] { me.Id } } };
        var found = new List<Issue>();
        await Issues.ListAsync(http, filter, NewestFirst, PageRange.All, Take, cancel, isEnough: page => page.Any(i => i.Id <= after)).ConfigureAwait(false);
        return found;

        Task Take(IReadOnlyList<Issue> page)
        {
            found.AddRange(page.Where(i => i.Id > after && i.Summary == step.Summary && !made.Contains(i.IssueKey)));
            return Task.CompletedTask;
        }
    }

    private static Query NewestFirst(IssueFilter filter) => filter.ToQuery().Add("sort", "created").Add("order", SortOrder.Descending);

    // The id of the newest issue so far, to tell a new issue from existing ones.
    private async Task<long> NewestAsync(Project project, CancellationToken cancel)
    {
        if (!newest.TryGetValue(project.Id, out var last))
        {
            await Issues.ListAsync(
                http,
                new[] { new IssueFilter { ProjectIds = new[] { project.Id } } },
                NewestFirst,
                new PageRange(0, 1),
                page =>
                {
                    last = page.Select(i => i.Id).DefaultIfEmpty().Max();
                    return Task.CompletedTask;
                },
                cancel).ConfigureAwait(false);
            newest[project.Id] = last;
        }

        return last;
    }

    private ImportResult Noted(ImportStep step, long after, ImportResult result)
    {
        if (!isWhatIf)
        {
            file?.Begin(step, after);
            file?.End(result);
        }

        return result;
    }

    private ImportResult Result(ImportStep step, ImportAction action, string? error = null) => new()
    {
        Row = step.Number,
        Action = action,
        IssueKey = step.IssueKey,
        Summary = step.Summary,
        Error = error,
        Space = http.Address.Name,
    };

    private static string Concerning(ImportStep step) => Message.Of(CmdletMessages.ImportRowTarget, step.Number, step.Target);

    /// <summary>The finished rows as ranges: <c>2-57, 60</c>.</summary>
    private string Ranges(IReadOnlyList<ImportStep> steps) => done.Count == 0 ? "-" : RowRanges.Of(steps.Select(s => s.Number), done);
}
