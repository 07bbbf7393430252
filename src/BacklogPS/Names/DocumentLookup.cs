using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>
/// Looks up documents. Their ids are not numbers and titles are not unique, so paths tell documents apart.
/// </summary>
internal sealed class DocumentLookup
{
    /// <summary>The properties of a document that a write needs.</summary>
    public sealed record Found(string Id, string Title, string? Project);

    /// <summary>
    /// Finds one document. An object is used as it is. Text is an id or, within a project, a path of titles joined by
    /// slashes or a title.
    /// </summary>
    /// <exception cref="BacklogException">Nothing matches, or several documents do.</exception>
    public async Task<Found> OneAsync(BacklogHttp http, string? project, Given given, CancellationToken cancel)
    {
        switch (given.IsOf(http) ? given.Object : null)
        {
            case Document document:
                return new Found(document.Id, document.Title, document.Project);
            case DocumentNode node:
                return new Found(node.Id, node.ToString(), node.Project);
        }

        if (project is null || given.IsOf(http))
        {
            given.RequireSpace(http, Messages.NounDocument);
            var found = await Documents.GetAsync(http, given.Key ?? RequireId(given.Text), given.Project ?? project, cancel).ConfigureAwait(false);
            return new Found(found.Id, found.Title, found.Project);
        }

        var one = One(project, given.Text, await Documents.LookUpAsync(http, project, cancel).ConfigureAwait(false));
        return new Found(one.Id, one.ToString(), project);
    }

    private static DocumentNode One(string project, string text, IReadOnlyList<DocumentNode> all)
    {
        // The path of a document at the top is just its title, which documents further down may share. A leading slash
        // means the one at the top.
        var ways = new Func<DocumentNode, bool>[]
        {
            n => n.Id == text,
            n => text.Equals("/" + n.Path, StringComparison.OrdinalIgnoreCase),
            n => n.Path == text || n.Name == text,
            n => n.Path.Equals(text, StringComparison.OrdinalIgnoreCase) || text.Equals(n.Name, StringComparison.OrdinalIgnoreCase),
            n => NameText.SameInNormalForm(text, n.Path) || NameText.SameInNormalForm(text, n.Name),
        };
        var found = ways.Select(isIt => all.Where(isIt).ToList()).FirstOrDefault(f => f.Count > 0)
            ?? throw NameResolver.Unknown(Messages.NounDocument, project, text, all.Select(n => n.Path).ToList());
        return found.Count == 1 ? found[0] : throw NameResolver.Ambiguous(Messages.NounDocument, project, text, found.Select(n => $"{n.Path} ({n.Id})"));
    }

    private static string RequireId(string text) => text.Length > 0 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
        ? text
        : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.NameNeedsProject, Messages.NounDocument, text))
        {
            NextStep = CmdletMessages.NameNeedsProjectNext,
            Target = text,
        };
}
