using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Completion;

/// <summary>Completes the names of activity types.</summary>
public sealed class ActivityTypeCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) =>
        Enum.GetNames(typeof(ActivityType)).Where(n => n != nameof(ActivityType.Unknown)).Select(n => new Suggestion(n));
}
