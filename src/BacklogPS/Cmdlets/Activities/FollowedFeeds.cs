using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Pipeline;
using BacklogPS.Resources;
using BacklogPS.Session;

namespace BacklogPS.Commands;

/// <summary>
/// The feeds that <c>Get-BacklogActivity -Wait</c> follows, in any number of spaces. Each round polls them one after
/// the other.
/// </summary>
internal sealed class FollowedFeeds
{
    private readonly List<(SpaceAddress Space, ActivityFollower Follower)> followed = new();
    private readonly List<(SpaceAddress Space, long Project, IReadOnlyList<long>? Types, long? From)> projects = new();

    /// <summary>Follows a feed.</summary>
    public void Add(SpaceAddress space, ApiPath feed, IReadOnlyList<long>? types, long? from) => followed.Add((space, new ActivityFollower(feed, types, null, from)));

    /// <summary>Follows a project.</summary>
    public void AddProject(SpaceAddress space, long project, IReadOnlyList<long>? types, long? from) => projects.Add((space, project, types, from));

    /// <summary>Emits new activities until the given number is reached or the cmdlet is stopped.</summary>
    /// <param name="session">Opens the spaces.</param>
    /// <param name="interval">The interval between two rounds.</param>
    /// <param name="first">The number of activities to emit.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="cancel">Cancelled by Ctrl+C.</param>
    public async Task FollowAsync(BacklogSession session, TimeSpan interval, long first, PipelineOutput output, CancellationToken cancel)
    {
        AddProjects();
        var left = first;
        while (followed.Count > 0 && left > 0)
        {
            foreach (var one in followed.ToList())
            {
                left -= await LookAsync(session, one, left, output, cancel).ConfigureAwait(false);
                if (left <= 0)
                {
                    return;
                }
            }

            await Task.Delay(interval, cancel).ConfigureAwait(false);
        }
    }

    // Several projects of a space use the feed of the space, filtered by project.
    private void AddProjects()
    {
        foreach (var space in projects.GroupBy(p => p.Space))
        {
            var ids = new HashSet<long>(space.Select(p => p.Project));
            var feed = ids.Count == 1 ? Activities.OfProject(ids.First().ToString(System.Globalization.CultureInfo.InvariantCulture)) : Activities.OfSpace;
            var (_, _, types, from) = space.First();
            followed.Add((space.Key, new ActivityFollower(feed, types, ids.Count == 1 ? null : ids, from)));
        }

        projects.Clear();
    }

    private async Task<long> LookAsync(
        BacklogSession session, (SpaceAddress Space, ActivityFollower Follower) one, long left, PipelineOutput output, CancellationToken cancel)
    {
        try
        {
            var http = await session.OpenAsync(one.Space, output, cancel).ConfigureAwait(false);
            var found = await one.Follower.NewAsync(http, cancel).ConfigureAwait(false);
            var wanted = found.Take((int)Math.Min(left, found.Count)).ToList();
            await output.WriteAllAsync(wanted).ConfigureAwait(false);
            return wanted.Count;
        }
        catch (BacklogException error)
        {
            // Failures are normal over a long time. A temporary error is reported, and the feed is polled again in the
            // next round.
            await output.WriteErrorAsync(error, one.Space.Name).ConfigureAwait(false);
            if (!MayPass(error))
            {
                followed.Remove(one);
            }

            return 0;
        }
    }

    private static bool MayPass(BacklogException error) => error.Kind is BacklogErrorKind.ServerFailed or BacklogErrorKind.RateLimited
        or BacklogErrorKind.TimedOut or BacklogErrorKind.ConnectionFailed or BacklogErrorKind.HostNotFound
        or BacklogErrorKind.AnswerNotJson or BacklogErrorKind.AnswerCutOff or BacklogErrorKind.TlsFailed;
}
