// Types that the compiler and the shared tests expect but .NET Framework does not have.
using System.Collections.Generic;
using System.Linq;

namespace System
{
    internal readonly struct Index
    {
        private readonly int value;

        public Index(int value, bool fromEnd = false) => this.value = fromEnd ? ~value : value;

        public static implicit operator Index(int value) => new(value);

        public int GetOffset(int length) => value < 0 ? length + value + 1 : value;
    }

    internal readonly struct Range
    {
        public Range(Index start, Index end) => (Start, End) = (start, end);

        public Index Start { get; }

        public Index End { get; }

        public static Range StartAt(Index start) => new(start, new Index(0, true));

        public static Range EndAt(Index end) => new(0, end);
    }
}

namespace BacklogPS.Core.Tests
{
    internal static class Polyfills
    {
        public static IEnumerable<T> Order<T>(this IEnumerable<T> items) => items.OrderBy(i => i);

        public static TValue? GetValueOrDefault<TKey, TValue>(this IDictionary<TKey, TValue> items, TKey key) =>
            items.TryGetValue(key, out var value) ? value : default;
    }
}

namespace System.Runtime.CompilerServices
{
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class ModuleInitializerAttribute : Attribute
    {
    }
}
