using System;
using System.Collections.Generic;

namespace BacklogPS.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">What it holds.</param>
/// <param name="Pace">How long to pause before the next page, so as not to run into the rate limit.</param>
/// <param name="Date">When it was given, by the server's clock.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, TimeSpan Pace, DateTimeOffset Date);
