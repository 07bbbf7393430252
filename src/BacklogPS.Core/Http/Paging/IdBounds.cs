using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>The bounds of a list that is paged by id, both inclusive; null for no bound.</summary>
/// <param name="Min">The smallest id.</param>
/// <param name="Max">The largest id.</param>
internal readonly record struct IdBounds(long? Min, long? Max)
{
    /// <summary>The bounds and the order as query parameters of a page for <see cref="Paging.ByIdAsync{T}"/>.</summary>
    /// <param name="from">The id that the page starts from; null for the first page.</param>
    /// <param name="order">The requested order; null for Backlog's default, which is descending.</param>
    public Query Query(long? from, SortOrder? order)
    {
        var ascending = order == SortOrder.Ascending;
        return new Query()
            .Add("minId", ascending ? from ?? Min : Min)
            .Add("maxId", ascending ? Max : from ?? Max)
            .Add("order", order);
    }
}
