using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>The bounds of a list that is paged by id, both inclusive; null for no bound.</summary>
/// <param name="Min">The smallest id.</param>
/// <param name="Max">The largest id.</param>
internal readonly record struct IdBounds(long? Min, long? Max)
{
    /// <summary>The bounds and the order as parameters of a page for <see cref="Paging.ByIdAsync{T}"/>.</summary>
    /// <param name="from">Where the page starts; null for the first.</param>
    /// <param name="order">The order asked for; null leaves it to Backlog, which goes down.</param>
    public Query Query(long? from, SortOrder? order)
    {
        var ascending = order == SortOrder.Ascending;
        return new Query()
            .Add("minId", ascending ? from ?? Min : Min)
            .Add("maxId", ascending ? Max : from ?? Max)
            .Add("order", order);
    }
}
