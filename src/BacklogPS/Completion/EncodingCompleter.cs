using System.Collections;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Parameters;

namespace BacklogPS.Completion;

/// <summary>Completes the names of encodings for sheets.</summary>
public sealed class EncodingCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) => EncodingTransformationAttribute.Names.Select(n => new Suggestion(n, n));
}
