using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>One authenticated API request, as an endpoint sees it.</summary>
internal sealed class ApiCall(SimulatedSpace space, User user, HttpContext context, Parameters parameters, IFormFileCollection? files)
{
    public User User => user;
    public SpaceData Data => space.Data;
    public SpaceClock Clock => space.Clock;
    public bool IsOldServer => space.IsOldServer;
    public RateLimits Limits => space.RateLimits;
    public Parameters Parameters => parameters;
    public IFormFileCollection? Files => files;

    public string Route(string name)
    {
        var value = context.GetRouteValue(name)?.ToString() ?? "";
        return space.Shape == AnswerShape.BigIds ? Shapes.WithoutBigIds(value) : value;
    }

    public int RouteId(string name, string what) => int.TryParse(Route(name), out var id) ? id : throw ApiException.Missing(what);

    /// <summary>The URL of a page of the space, for Location headers.</summary>
    public string WebUrl(string path) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/{path}";

    public void RequireAdmin()
    {
        if (!user.IsAdmin)
        {
            throw ApiException.Forbidden();
        }
    }

    public void RequireAdminOf(Project project)
    {
        if (!user.IsAdmin && !project.Administrators.Contains(user))
        {
            throw ApiException.Forbidden();
        }
    }

    public bool Sees(Project project) => user.IsAdmin || project.Members.Contains(user);

    public IEnumerable<Project> VisibleProjects => Data.Projects.Where(Sees);

    /// <summary>The project in the request's path. A project that the user may not see counts as missing.</summary>
    public Project Project() => ProjectOf(Route("projectIdOrKey"));

    public Project ProjectOf(string idOrKey) => Data.FindProject(idOrKey) is { } project && Sees(project) ? project : throw ApiException.Missing("project");

    public Issue Issue() => IssueOf(Route("issueIdOrKey"));

    public Issue IssueOf(string idOrKey) => Data.FindIssue(idOrKey) is { } issue && Sees(issue.Project) ? issue : throw ApiException.Missing("issue");

    public User UserOf(int id) => Data.Users.FirstOrDefault(u => u.Id == id) ?? throw ApiException.Missing("user");
}
