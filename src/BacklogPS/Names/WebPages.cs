using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Threading.Tasks;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;

namespace BacklogPS.Names;

/// <summary>
/// The parameter of a cmdlet that was given URLs of issue or project pages. A URL also names the space, so each space is
/// queried only for its own issues or projects.
/// </summary>
internal sealed class WebPages
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Known = new();
    private readonly PSCmdlet cmdlet;
    private readonly PropertyInfo parameter;
    private readonly ObjectTextAttribute kind;
    private readonly IReadOnlyList<string> given;

    private WebPages(PSCmdlet cmdlet, PropertyInfo parameter, ObjectTextAttribute kind, IReadOnlyList<string> given)
    {
        this.cmdlet = cmdlet;
        this.parameter = parameter;
        this.kind = kind;
        this.given = given;
    }

    /// <summary>Whether every value names its space, so that no other space is needed.</summary>
    public bool SayAll => given.All(kind.IsPage);

    /// <summary>The values that a cmdlet was given; null if there is no URL among them.</summary>
    public static WebPages? GivenTo(PSCmdlet cmdlet)
    {
        foreach (var parameter in Known.GetOrAdd(cmdlet.GetType(), WithPages))
        {
            var kind = parameter.GetCustomAttribute<ObjectTextAttribute>()!;
            var given = Texts(parameter.GetValue(cmdlet));
            if (given.Any(kind.IsPage))
            {
                return new WebPages(cmdlet, parameter, kind, given);
            }
        }

        return null;
    }

    /// <summary>
    /// Runs the work on each space, with the parameter set to the keys of that space: those from its URLs, and those
    /// that name no space.
    /// </summary>
    /// <param name="spaces">The spaces that would be used anyway.</param>
    /// <param name="isChosen">
    /// Whether the user chose those spaces, so that a URL of another space is a contradiction.
    /// </param>
    /// <param name="output">Receives the errors.</param>
    /// <param name="work">The work on one space.</param>
    public async Task WorkAsync(IReadOnlyList<SpaceAddress> spaces, bool isChosen, PipelineOutput output, Func<SpaceAddress, Task> work)
    {
        var asked = new List<(SpaceAddress Space, string Key)>();
        foreach (var text in given)
        {
            await output.TryAsync(() =>
            {
                asked.AddRange(SpacesOf(text, spaces, isChosen));
                return Task.CompletedTask;
            }).ConfigureAwait(false);
        }

        var value = parameter.GetValue(cmdlet);
        try
        {
            foreach (var one in asked.GroupBy(a => a.Space))
            {
                var keys = one.Select(a => a.Key).ToArray();
                parameter.SetValue(cmdlet, parameter.PropertyType == typeof(string) ? keys[0] : keys);

                // Another parameter may have URLs too, such as an issue's next to a project's.
                await (GivenTo(cmdlet) is { } more ? more.WorkAsync(new[] { one.Key }, isChosen: true, output, work) : work(one.Key)).ConfigureAwait(false);
            }
        }
        finally
        {
            parameter.SetValue(cmdlet, value);
        }
    }

    private IEnumerable<(SpaceAddress Space, string Key)> SpacesOf(string text, IReadOnlyList<SpaceAddress> spaces, bool isChosen)
    {
        if (!kind.TryReadPage(text, out var space, out var key))
        {
            return spaces.Select(s => (s, text));
        }

        if (isChosen && !spaces.Contains(space))
        {
            throw new BacklogException(
                BacklogErrorKind.ArgumentInvalid, Message.Of(CmdletMessages.PageElsewhere, Nouns.Of(kind.Takes), key, space, string.Join(", ", spaces)))
            {
                NextStep = CmdletMessages.PageElsewhereNext,
                Target = key,
            };
        }

        return new[] { (space!, key) };
    }

    private static IReadOnlyList<string> Texts(object? value) => value switch
    {
        string text => new[] { text },
        string[] texts => texts,
        _ => Array.Empty<string>(),
    };

    private static IReadOnlyList<PropertyInfo> WithPages(Type type) => type.GetProperties()
        .Where(p => p.IsDefined(typeof(IssueKeyTransformationAttribute)) || p.IsDefined(typeof(ProjectKeyTransformationAttribute))).ToList();
}
