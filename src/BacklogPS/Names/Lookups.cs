using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Names;

/// <summary>All kinds of objects that can be named.</summary>
internal static class Lookups
{
    public static readonly Lookup<Category> Category = new(() => CmdletMessages.NounCategory, (http, project, cancel) => Categories.LookUpAsync(http, project!, cancel))
    {
        Id = c => c.Id, Names = c => new[] { c.Name },
    };

    public static readonly Lookup<IssueType> IssueType = new(() => Messages.NounIssueType, (http, project, cancel) => IssueTypes.LookUpAsync(http, project!, cancel))
    {
        Id = t => t.Id, Names = t => new[] { t.Name },
    };

    public static readonly Lookup<Status> Status = new(() => CmdletMessages.NounStatus, (http, project, cancel) => Statuses.LookUpAsync(http, project!, cancel))
    {
        Id = s => s.Id, Names = BuiltInNames.Of,
    };

    public static readonly Lookup<Milestone> Milestone = new(() => CmdletMessages.NounMilestone, (http, project, cancel) => Milestones.LookUpAsync(http, project!, cancel))
    {
        Id = m => m.Id, Names = m => new[] { m.Name },
    };

    public static readonly Lookup<CustomField> CustomField = new(() => CmdletMessages.NounCustomField, (http, project, cancel) => CustomFields.LookUpAsync(http, project!, cancel))
    {
        Id = f => f.Id, Names = f => new[] { f.Name },
    };

    public static readonly Lookup<Webhook> Webhook = new(() => Messages.NounWebhook, (http, project, cancel) => Webhooks.LookUpAsync(http, project!, cancel))
    {
        Id = w => w.Id, Names = w => new[] { w.Name },
    };

    public static readonly Lookup<Priority> Priority = new(() => CmdletMessages.NounPriority, (http, _, cancel) => Priorities.LookUpAsync(http, cancel))
    {
        Id = p => p.Id, Names = BuiltInNames.Of,
    };

    public static readonly Lookup<Resolution> Resolution = new(() => CmdletMessages.NounResolution, (http, _, cancel) => Resolutions.LookUpAsync(http, cancel))
    {
        Id = r => r.Id, Names = BuiltInNames.Of,
    };

    public static readonly Lookup<Team> Team = new(
        () => Messages.NounTeam,
        (http, project, cancel) => project is null ? Teams.LookUpAsync(http, cancel) : Teams.ListOfProjectAsync(http, project, cancel))
    {
        Id = t => t.Id, Names = t => new[] { t.Name },
    };

    public static readonly Lookup<GitRepository> Repository = new(() => Messages.NounRepository, (http, project, cancel) => GitRepositories.LookUpAsync(http, project!, cancel))
    {
        Id = r => r.Id, Names = r => new[] { r.Name },
    };

    /// <summary>The items of a custom field with a list.</summary>
    public static Lookup<CustomFieldItem> ItemOf(CustomField field) => new(() => Message.Of(CmdletMessages.NounCustomFieldItem, field.Name), (_, _, _) => Task.FromResult(field.Items))
    {
        Id = i => i.Id, Names = i => new[] { i.Name },
    };

    /// <summary>Wiki pages, without their texts.</summary>
    public static readonly Lookup<Wiki> WikiPage = new(() => Messages.NounWikiPage, (http, project, cancel) => Wikis.LookUpAsync(http, project!, cancel))
    {
        Id = w => w.Id, Names = w => new[] { w.Name },
    };

    /// <summary>The members of a project, or without a project the users of the space.</summary>
    public static readonly Lookup<User> User = new UserLookup();

    public static readonly Lookup<Project> Project = new ProjectLookup();

    public static readonly IssueLookup Issue = new();

    public static readonly DocumentLookup Document = new();

    public static readonly SharedFileLookup SharedFile = new();

    private sealed class UserLookup : Lookup<User>
    {
        public UserLookup()
            : base(() => Messages.NounUser, (http, project, cancel) => project is null ? Users.LookUpAsync(http, cancel) : Users.LookUpOfProjectAsync(http, project, cancel))
        {
            Id = u => u.Id;
            Names = u => new[] { u.Name, u.UserId };
        }

        public override async Task<User> OneAsync(BacklogHttp http, string? project, Given given, CancellationToken cancel)
        {
            if (!given.IsObject && UserNames.IsMe(given.Text))
            {
                return await Users.LookUpMyselfAsync(http, cancel).ConfigureAwait(false);
            }

            if (project is null)
            {
                return await base.OneAsync(http, project, given, cancel).ConfigureAwait(false);
            }

            // An object identifies the user but does not mean that the user is a member of the project.
            var members = await ListAsync(http, project, cancel).ConfigureAwait(false);
            return IsHere(http, null, given) && members.FirstOrDefault(m => m.Id == given.Id) is { } member ? member : One(project, given.Text, members);
        }
    }

    private sealed class ProjectLookup : Lookup<Project>
    {
        public ProjectLookup()
            : base(() => Messages.NounProject, (http, _, cancel) => Projects.LookUpAsync(http, cancel))
        {
            Id = p => p.Id;
            Names = p => new[] { p.ProjectKey, p.Name };
        }

        // The list shows only the projects that the user has joined, but an administrator can change others by key.
        public override async Task<Project> OneAsync(BacklogHttp http, string? project, Given given, CancellationToken cancel)
        {
            if (IsHere(http, null, given) && given.Object is Project itself)
            {
                return itself;
            }

            var text = given.Key ?? given.Text;
            try
            {
                return One(http.Address.Name, text, await ListAsync(http, null, cancel).ConfigureAwait(false));
            }
            catch (BacklogException error) when (error.Kind == BacklogErrorKind.NameUnknown && !text.Any(char.IsWhiteSpace))
            {
                if (await Projects.FindAsync(http, text, cancel).ConfigureAwait(false) is { } hidden)
                {
                    return hidden;
                }

                throw;
            }
        }
    }
}
