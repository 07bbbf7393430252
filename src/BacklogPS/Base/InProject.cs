using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Base;

/// <summary>
/// Wiki pages and documents. Their ids are unique in the space, so a project is needed only if they are given by name.
/// </summary>
internal static class InProject
{
    /// <summary>The given objects, in the space of the project if that was given as an object.</summary>
    public static IEnumerable<Given> Things(object[] given, object? project) => WriteCmdlet.References(given)
        .Select(g => project is null ? g : g.In(WriteCmdlet.Reference(project)));

    /// <summary>Finds a wiki page: an object, or an id, or with a project a name.</summary>
    /// <exception cref="BacklogException">There is no such page.</exception>
    public static async Task<Wiki> WikiAsync(BacklogHttp http, object? project, Given given, CancellationToken cancel)
    {
        var key = await ProjectAsync(http, project, given, Messages.NounWikiPage, cancel).ConfigureAwait(false);
        if (given.IsOf(http))
        {
            return given.Object as Wiki ?? await Wikis.GetAsync(http, given.Id!.Value, given.Project, cancel).ConfigureAwait(false);
        }

        if (key is not null)
        {
            return await Lookups.WikiPage.OneAsync(http, key, given, cancel).ConfigureAwait(false);
        }

        if (!Numbers.IsNumber(NameText.Normal(given.Text)))
        {
            throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NameNeedsProject, Messages.NounWikiPage, given.Text))
            {
                NextStep = CmdletMessages.NameNeedsProjectNext,
                Target = given.Text,
            };
        }

        var page = await Wikis.GetAsync(http, given.RequireSpace(http, Messages.NounWikiPage).RequireId(Messages.NounWikiPage), null, cancel).ConfigureAwait(false);
        Wikis.Stamp(page, await KeyAsync(http, page.Project, cancel).ConfigureAwait(false));
        return page;
    }

    /// <summary>Finds a document: an object, or an id, or with a project a title.</summary>
    /// <exception cref="BacklogException">There is no such document.</exception>
    public static async Task<DocumentLookup.Found> DocumentAsync(BacklogHttp http, object? project, Given given, CancellationToken cancel)
    {
        var key = await ProjectAsync(http, project, given, Messages.NounDocument, cancel).ConfigureAwait(false);
        var document = await Lookups.Document.OneAsync(http, key, given, cancel).ConfigureAwait(false);
        return document with { Project = await KeyAsync(http, document.Project, cancel).ConfigureAwait(false) };
    }

    /// <summary><c>wiki page "Home" in project APP (mycompany.backlog.com)</c></summary>
    public static string Target(BacklogHttp http, Wiki page) => Targets.InProject(http, page.Project ?? "", Messages.NounWikiPage, page.Name);

    /// <summary><c>document "Release notes" in project APP (mycompany.backlog.com)</c></summary>
    public static string Target(BacklogHttp http, DocumentLookup.Found document) =>
        Targets.InProject(http, document.Project ?? "", Messages.NounDocument, document.Title);

    // The key of the given project; null if none was given.
    private static async Task<string?> ProjectAsync(BacklogHttp http, object? given, Given thing, string noun, CancellationToken cancel)
    {
        if (given is null)
        {
            return null;
        }

        var project = await Lookups.Project.OneAsync(http, null, WriteCmdlet.Reference(given), cancel).ConfigureAwait(false);
        return !thing.IsOf(http) || thing.Project is null
            || thing.Project.Equals(project.ProjectKey, StringComparison.OrdinalIgnoreCase) || thing.Project == Numbers.Text(project.Id)
            ? project.ProjectKey
            : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.ObjectOfOtherProject, noun, thing.Text, thing.Project, project.ProjectKey))
            {
                NextStep = CmdletMessages.ObjectOfOtherProjectNext,
                Target = thing.Target,
            };
    }

    // People know projects by their keys. If the user's list does not contain the project, its id is used.
    private static async Task<string?> KeyAsync(BacklogHttp http, string? project, CancellationToken cancel)
    {
        if (project is null || !Numbers.IsNumber(project))
        {
            return project;
        }

        var all = await Projects.LookUpAsync(http, cancel).ConfigureAwait(false);
        return all.FirstOrDefault(p => Numbers.Text(p.Id) == project)?.ProjectKey ?? project;
    }
}
