using System;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;

namespace BacklogPS.Base;

/// <summary>Descriptions of the targets of writes, and the projects that they belong to.</summary>
internal static class Targets
{
    /// <summary><c>category "API" in project APP (mycompany.backlog.com)</c></summary>
    public static string InProject(BacklogHttp http, string project, string noun, string name) =>
        Message.Of(CmdletMessages.TargetInProject, noun, name, project, http.Address.Name);

    /// <summary><c>pull request "Fix the login" in repository APP/app (mycompany.backlog.com)</c></summary>
    public static string InRepository(BacklogHttp http, string project, string repository, string noun, string name) =>
        Message.Of(CmdletMessages.TargetInRepository, noun, name, $"{project}/{repository}", http.Address.Name);

    /// <summary><c>team "Design" (mycompany.backlog.com)</c></summary>
    public static string InSpace(BacklogHttp http, string noun, string name) => Message.Of(CmdletMessages.TargetInSpace, noun, name, http.Address.Name);

    /// <summary><c>issue APP-12 "Login fails" (mycompany.backlog.com)</c></summary>
    public static string Issue(BacklogHttp http, Issue issue) =>
        Message.Of(CmdletMessages.TargetKeyed, Messages.NounIssue, issue.IssueKey, issue.Summary, http.Address.Name);

    /// <summary><c>project APP "Mobile App" (mycompany.backlog.com)</c></summary>
    public static string Project(BacklogHttp http, Project project) => Keyed(http, Messages.NounProject, project.ProjectKey, project.Name);

    /// <summary>The description of anything else with a key and a name.</summary>
    public static string Keyed(BacklogHttp http, string noun, string key, string name) =>
        Message.Of(CmdletMessages.TargetKeyed, noun, key, name, http.Address.Name);

    /// <summary><c>comment 12 on issue APP-12 (mycompany.backlog.com)</c>, <c>attachment "a.txt" of pull request APP/app#1 (...)</c></summary>
    public static string On(BacklogHttp http, string thing, string noun, string owner) => Message.Of(CmdletMessages.TargetOn, thing, noun, owner, http.Address.Name);

    /// <summary><c>file "a.txt" (mycompany.backlog.com)</c></summary>
    public static string File(BacklogHttp http, string names) => InSpace(http, CmdletMessages.NounFile, names);

    /// <summary><c>pull request APP/app#12 (mycompany.backlog.com)</c></summary>
    public static string PullRequest(BacklogHttp http, PullRequestPlace place) => Message.Of(Messages.TargetNumbered, Messages.NounPullRequest, place, http.Address.Name);

    /// <summary>The key of an object's project: the one that was given, or else the object's own.</summary>
    /// <exception cref="BacklogException">There is no project, or the two differ.</exception>
    public static async Task<string> ProjectOfAsync(
        BacklogHttp http, object? given, Given thing, string noun, CancellationToken cancel)
    {
        if (given is null)
        {
            return thing.Project ?? throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NameNeedsProject, noun, thing.Text))
            {
                NextStep = CmdletMessages.NameNeedsProjectNext,
                Target = thing.Text,
            };
        }

        var project = await Lookups.Project.OneAsync(http, null, WriteCmdlet.Reference(given), cancel).ConfigureAwait(false);
        return thing.Project is null || thing.Project.Equals(project.ProjectKey, StringComparison.OrdinalIgnoreCase) ? project.ProjectKey
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ObjectOfOtherProject, noun, thing.Text, thing.Project, project.ProjectKey))
            {
                NextStep = CmdletMessages.ObjectOfOtherProjectNext,
                Target = thing.Target,
            };
    }
}
