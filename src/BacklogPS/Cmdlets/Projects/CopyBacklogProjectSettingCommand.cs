using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Calling;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Copies the settings of one project to others: adds what is missing, changes what differs if -Update is given, and
/// removes nothing.</summary>
[Cmdlet(VerbsCommon.Copy, "BacklogProjectSetting", SupportsShouldProcess = true)]
[OutputType(typeof(ProjectSettingChange))]
public sealed class CopyBacklogProjectSettingCommand : WriteCmdlet
{
    // Issue types come first, because some custom fields apply only to certain types.
    private static readonly ProjectSettingKind[] Order =
    {
        ProjectSettingKind.Status, ProjectSettingKind.IssueType, ProjectSettingKind.Category, ProjectSettingKind.Milestone,
        ProjectSettingKind.CustomField, ProjectSettingKind.CustomFieldItem, ProjectSettingKind.Webhook, ProjectSettingKind.Member,
        ProjectSettingKind.Team,
    };

    // Kinds that are copied together with another kind.
    private static readonly Dictionary<ProjectSettingKind, ProjectSettingKind> PartOf = new()
    {
        [ProjectSettingKind.CustomFieldItem] = ProjectSettingKind.CustomField, [ProjectSettingKind.Team] = ProjectSettingKind.Member,
    };

    /// <summary>The source project: key, id, name or object. An object can be from another space.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Reference(typeof(Project), IsOne = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object Project { get; set; } = null!;

    /// <summary>The projects to copy to: keys, ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Reference(typeof(Project))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public object[] Destination { get; set; } = null!;

    /// <summary>
    /// The kinds of settings to copy. The default is all. Items are copied with their custom fields, and teams with the
    /// members.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EachWord]
    public ProjectSettingKind[]? Include { get; set; }

    /// <summary>Also changes settings of the same name that differ.</summary>
    [Parameter]
    public SwitchParameter Update { get; set; }

    // Write to the source project's space unless another space is given.
    internal override IEnumerable<Given> Things => References(Destination)
        .Select(d => d.Space is null && Space is null ? d with { Space = Reference(Project).Space } : d);

    private protected override async Task WriteAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var model = Reference(Project);
        var source = model.Space is null ? http : await Session.OpenAsync(Session.Spaces.Resolve(model.Space), output, cancel).ConfigureAwait(false);
        var from = await PlaceAsync(source, model, cancel).ConfigureAwait(false);
        var to = await PlaceAsync(http, thing, cancel).ConfigureAwait(false);
        if (from.IsInSpaceOf(to) && from.Project == to.Project)
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.SettingsOfSameProject, to.Project)) { Target = thing.Target };
        }

        var isListed = true;
        foreach (var kind in Order.Where(IsIncluded))
        {
            // If the custom fields could not be read, their items would only repeat the error.
            if (isListed || kind != ProjectSettingKind.CustomFieldItem)
            {
                isListed = await CopyAsync(kind, from, to, output, cancel).ConfigureAwait(false);
            }
        }
    }

    private bool IsIncluded(ProjectSettingKind kind) =>
        Include is null || Include.Contains(kind) || (PartOf.TryGetValue(kind, out var whole) && Include.Contains(whole));

    private static async Task<SettingPlace> PlaceAsync(BacklogHttp http, Given given, CancellationToken cancel)
    {
        var project = await Lookups.Project.OneAsync(http, null, given, cancel).ConfigureAwait(false);
        return new SettingPlace(http, project.ProjectKey, project.Name);
    }

    // Returns whether the settings could be read.
    private async Task<bool> CopyAsync(ProjectSettingKind kind, SettingPlace from, SettingPlace to, PipelineOutput output, CancellationToken cancel)
    {
        IReadOnlyList<SettingStep> steps;
        var isListed = true;
        try
        {
            steps = await ProjectSettingPlan.MakeAsync(kind, from, to, Update, cancel).ConfigureAwait(false);
        }
        catch (BacklogException error)
        {
            error.Concerning ??= Message.Of(CmdletMessages.TargetSettings, kind, to.Project, to.Space);
            steps = new[] { SettingStep.Impossible(kind, null, ProjectSettingAction.Unknown, error) };
            isListed = false;
        }

        for (var i = 0; i < steps.Count; i++)
        {
            output.Progress(new Progress(
                MyInvocation.MyCommand.Name,
                Message.Of(CmdletMessages.ProgressSettings, to.Project, kind, i + 1, steps.Count))
            {
                Percent = 100 * i / steps.Count,
            });
            await TakeAsync(steps[i], to, output).ConfigureAwait(false);
        }

        output.Progress(new Progress(MyInvocation.MyCommand.Name, MyInvocation.MyCommand.Name) { IsDone = true });
        return isListed;
    }

    private async Task TakeAsync(SettingStep step, SettingPlace to, PipelineOutput output)
    {
        var done = false;
        var problem = step.Problem;
        if (step.SendAsync is { } send)
        {
            var isOrder = step.Differences.Contains(nameof(Status.DisplayOrder));
            var target = isOrder
                ? Message.Of(CmdletMessages.TargetStatusOrder, Targets.Keyed(to.Http, Messages.NounProject, to.Project, to.Name), step.Name)
                : Targets.InProject(to.Http, to.Project, NounOf(step.Kind), step.Name ?? "");
            var change = Change.OfNothing(target, step.Action == ProjectSettingAction.Add ? CmdletMessages.ActionAdd : CmdletMessages.ActionChange, send);
            try
            {
                if (await AskAsync(to.Http, change, output).ConfigureAwait(false))
                {
                    await SendAsync(change).ConfigureAwait(false);
                    done = true;
                }
            }
            catch (BacklogException error)
            {
                problem = error;
            }
        }

        var result = new ProjectSettingChange
        {
            Space = to.Space,
            Project = to.Project,
            Kind = step.Kind,
            Name = step.Name,
            Action = step.Action,
            Done = done,
            Differences = new BacklogList<string>(step.Differences),
            // Include the next step, because the message alone does not say that the change may have been made anyway.
            Error = problem?.Advice,
        };
        if (problem is not null)
        {
            await output.WriteErrorAsync(problem, result).ConfigureAwait(false);
        }

        await output.WriteAsync(result).ConfigureAwait(false);
    }

    private static string NounOf(ProjectSettingKind kind) => kind switch
    {
        ProjectSettingKind.Status => CmdletMessages.NounStatus,
        ProjectSettingKind.IssueType => Messages.NounIssueType,
        ProjectSettingKind.Category => CmdletMessages.NounCategory,
        ProjectSettingKind.Milestone => CmdletMessages.NounMilestone,
        ProjectSettingKind.CustomField => CmdletMessages.NounCustomField,
        ProjectSettingKind.CustomFieldItem => CmdletMessages.NounItem,
        ProjectSettingKind.Webhook => Messages.NounWebhook,
        ProjectSettingKind.Team => Messages.NounTeam,
        _ => Messages.NounUser,
    };
}
