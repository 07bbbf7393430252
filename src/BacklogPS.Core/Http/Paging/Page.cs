using System;
using System.Collections.Generic;

namespace BacklogPS.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">The items on the page.</param>
/// <param name="Pace">How long to pause before the next page to stay within the rate limit.</param>
/// <param name="Date">When the server sent the page, by its own clock.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, TimeSpan Pace, DateTimeOffset Date);
