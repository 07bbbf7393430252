using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>Documents: their ids are no numbers, several can have one title, and what tells them apart is where they lie.</summary>
internal sealed class DocumentLookup
{
    /// <summary>A document as far as a write has to know it.</summary>
    public sealed record Found(string Id, string Title, string? Project);

    /// <summary>
    /// The document that is meant: an object is itself; text is an id, and in a project also the titles down to it, joined by
    /// slashes, or its own title.
    /// </summary>
    /// <exception cref="BacklogException">It fits none, or several.</exception>
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
        // At the top a path is no more than a title, which others below may have; a slash before it says that the top is meant.
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
        : throw new BacklogException(BacklogErrorKind.ArgumentInvalid, Message.Of(Messages.NameNeedsProject, Messages.NounDocument, text))
        {
            NextStep = Messages.NameNeedsProjectNext,
            Target = text,
        };
}
