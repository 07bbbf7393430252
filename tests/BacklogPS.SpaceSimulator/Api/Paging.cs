using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>Backlog's two ways of paging. Neither returns a total or a link to the next page.</summary>
internal static class Paging
{
    public static List<T> ByOffset<T>(this IEnumerable<T> items, Parameters parameters, int byDefault = 20, int most = 100)
    {
        var count = parameters.Count(byDefault, most);
        return items.Skip(parameters.Offset()).Take(count).ToList();
    }

    /// <summary>Pages by minId and maxId, both inclusive, newest first unless order=asc.</summary>
    public static List<T> ById<T>(this IEnumerable<T> items, Parameters parameters, Func<T, int> id)
    {
        var count = parameters.Count();
        var least = parameters.Number("minId") ?? int.MinValue;
        var most = parameters.Number("maxId") ?? int.MaxValue;
        var within = items.Where(item => id(item) >= least && id(item) <= most);
        return (parameters.Ascending() ? within.OrderBy(id) : within.OrderByDescending(id)).Take(count).ToList();
    }
}
