using System.Linq;

namespace BacklogPS.SpaceSimulator.Data;

internal static partial class Seed
{
    private static readonly NamedId[] PullRequestStatuses = [new(1, "Open"), new(2, "Closed"), new(3, "Merged")];

    private static void AddRepositories(SpaceData data)
    {
        foreach (var project in data.Projects.Where(p => p.ProjectKey is "APP" or "WEB"))
        {
            var main = Repository(project, "app", "アプリ本体", Day(-1).AddHours(3));
            Repository(project, "empty-repo", "", null);
            for (var number = 1; number <= 110; number++)
            {
                main.PullRequests.Add(PullRequest(project, main, number));
            }
        }

        GitRepository Repository(Project project, string name, string description, System.DateTime? pushed)
        {
            var repository = new GitRepository
            {
                Id = data.NextId("repository"),
                ProjectId = project.Id,
                Name = name,
                Description = description,
                HttpUrl = $"https://{data.SpaceKey}.backlog.com/git/{project.ProjectKey}/{name}.git",
                SshUrl = $"{data.SpaceKey}@{data.SpaceKey}.git.backlog.com:/{project.ProjectKey}/{name}.git",
                DisplayOrder = project.Repositories.Count,
                PushedAt = pushed,
                CreatedUser = data.Users[0],
                Created = Day(-500),
                UpdatedUser = data.Users[0],
                Updated = Day(-400),
            };
            project.Repositories.Add(repository);
            return repository;
        }

        PullRequest PullRequest(Project project, GitRepository repository, int number)
        {
            var status = PullRequestStatuses[number % 3];
            var author = project.Members[number % project.Members.Count];
            var created = Day(-200).AddHours(number * 7);
            var pullRequest = new PullRequest
            {
                Id = data.NextId("pullRequest"),
                ProjectId = project.Id,
                RepositoryId = repository.Id,
                Number = number,
                Summary = number % 2 == 0 ? $"ログイン処理の修正 {number}" : $"Fix the sign-in {number}",
                Description = "変更内容 / What changed\n",
                Base = "main",
                Branch = $"feature/{number}",
                Status = status,
                Assignee = number % 4 == 0 ? null : project.Members[1],
                Issue = number % 2 == 0 ? project.Issues.ElementAtOrDefault(number) : null,
                BaseCommit = status.Id == 1 ? null : $"{number:x40}",
                BranchCommit = status.Id == 1 ? null : $"{number + 1000:x40}",
                MergeCommit = status.Id == 3 ? $"{number + 2000:x40}" : null,
                CloseAt = status.Id == 2 ? created.AddDays(2) : null,
                MergeAt = status.Id == 3 ? created.AddDays(2) : null,
                CreatedUser = author,
                Created = created,
                UpdatedUser = author,
                Updated = created.AddDays(2),
            };
            if (number == 1)
            {
                pullRequest.Attachments.Add(NewAttachment(data, "比較 before-after.png", Icon.Png(0xe30000), author, created, "image/png"));
                pullRequest.Stars.Add(NewStar(data, $"git/{project.ProjectKey}/{repository.Name}/pullRequests/1", pullRequest.Summary, author, data.Users[0], created));
            }

            var comments = number == 1 ? 130 : number % 3;
            for (var n = 1; n <= comments; n++)
            {
                var onLine = n % 4 == 2;
                pullRequest.Comments.Add(new PullRequestComment
                {
                    Id = data.NextId("pullRequestComment"),
                    Content = n % 2 == 0 ? $"ここを直してください {n}" : $"Nice {n}",
                    CreatedUser = project.Members[n % project.Members.Count],
                    Created = created.AddHours(n),
                    Updated = created.AddHours(n),
                    OldBlobId = onLine ? $"{n:x40}" : null,
                    NewBlobId = onLine ? $"{n + 1:x40}" : null,
                    FilePath = onLine ? "src/ログイン.cs" : null,
                    Position = onLine ? n : null,
                });
            }

            return pullRequest;
        }
    }
}
