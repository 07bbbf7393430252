using System.Collections;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Session;

namespace BacklogPS.Completion;

/// <summary>Completes <c>-Space</c> with the known spaces, without using the network or a vault.</summary>
public sealed class SpaceCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) =>
        BacklogSession.Instance.Spaces.All.Select(s => new Suggestion(
            s.Address.Name,
            s.UserName is null ? s.Address.BaseUri.AbsoluteUri : $"{s.Address.BaseUri.AbsoluteUri} ({s.UserName})"));
}
