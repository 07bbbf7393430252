using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.SpaceSimulator.Data;

/// <summary>
/// The initial content of the space. The same options always create the same space, including ids and times, so that
/// tests can name what they expect and the documentation can show it.
/// </summary>
internal static partial class Seed
{
    /// <summary>The seed's "today". It is fixed so that every run is the same.</summary>
    private static readonly DateTime Today = new(2026, 8, 3, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime Day(int shift) => Today.AddDays(shift);

    public static SpaceData Create(SimulatorOptions options)
    {
        var data = new SpaceData(options.Name, options.Language);
        var ja = options.Language == "ja";
        data.Priorities.AddRange([new(2, ja ? "高" : "High"), new(3, ja ? "中" : "Normal"), new(4, ja ? "低" : "Low")]);
        data.Resolutions.AddRange(ja
            ? [new(0, "対応済み"), new(1, "対応しない"), new(2, "無効"), new(3, "重複"), new(4, "再現しない")]
            : [new(0, "Fixed"), new(1, "Won't Fix"), new(2, "Invalid"), new(3, "Duplication"), new(4, "Cannot Reproduce")]);
        data.NotificationContent = ja ? "8月10日にメンテナンスを行います。" : "Maintenance on August 10. メンテナンスのお知らせ";
        data.NotificationUpdated = Day(-3);

        AddUsers(data);
        AddTeams(data);
        AddProjects(data, options.BigProjectIssues > 0);
        AddFiles(data);
        AddIssues(data, options);
        AddWikis(data);
        AddDocuments(data);
        AddRepositories(data);
        AddActivities(data);
        AddNotifications(data);
        AddWatchings(data);
        AddStars(data);
        AddRecentlyViewed(data);
        return data;
    }

    private static void AddUsers(SpaceData data)
    {
        Add("admin", "Alice Admin", 1, "en");
        Add("tanaka", "田中 太郎", 2, "ja");
        Add("emily", "Emily Clark", 2, "en");
        Add("suzuki", "鈴木 花子", 2, null);
        Add("reporter", "Rob O'Reilly", 3, "en");
        Add("viewer", "Ｗｉｄｅ　全角ユーザー", 4, null);
        Add("guest", "Gästin Größe", 5, "en");
        Add("guest.viewer", "ゲスト 閲覧者", 6, "ja");
        Add(null, "Build Bot", 2, null);
        Add("sato", "佐藤 次郎", 2, "ja");

        void Add(string? userId, string name, int role, string? lang)
        {
            var id = data.NextId("user");
            data.Users.Add(new User
            {
                Id = id,
                UserId = userId,
                Name = name,
                RoleType = role,
                Lang = lang,
                MailAddress = userId is null or "viewer" ? null : $"{userId}@example.com",
                NulabAccount = userId is null or "viewer" or "suzuki" or "reporter" ? null : new NulabAccount { NulabId = $"nulab{id:D24}", Name = name, UniqueId = $"{userId}-nulab" },
                LastLoginTime = userId is null or "guest.viewer" ? null : Day(-1).AddHours(id % 24),
            });
        }
    }

    private static void AddTeams(SpaceData data)
    {
        Add("Developers 開発チーム", "tanaka", "emily", "suzuki");
        Add("Designers", "emily");
        Add("営業部", "sato", "reporter");

        void Add(string name, params string[] members)
        {
            var admin = data.Users[0];
            data.Teams.Add(new Team
            {
                Id = data.NextId("team"),
                Name = name,
                Members = members.Select(data.User).ToList(),
                DisplayOrder = data.Teams.Count == 2 ? null : data.Teams.Count,
                CreatedUser = admin,
                Created = Day(-900),
                UpdatedUser = admin,
                Updated = Day(-100),
            });
        }
    }

    private static void AddProjects(SpaceData data, bool withBig)
    {
        var everyone = data.Users.ToArray();
        string[] staff = ["admin", "tanaka", "emily", "suzuki", "reporter", "viewer", "sato"];
        Add("APP", "Mobile App", everyone, "tanaka");
        Add("WEB", "会社ホームページ", staff.Select(data.User), "suzuki");
        Add("OPS", "Operations ／ 運用", staff.Select(data.User), "tanaka").UseSubversion = true;

        var old = Add("OLD_SITE", "旧サイト (archived)", staff.Select(data.User), "suzuki");
        old.Archived = true;
        old.TextFormattingRule = "backlog";
        old.UseWiki = false;

        // A project that administrators see but tanaka does not, and one that the administrator's list includes only
        // with all=true.
        Add("SECRET", "役員会 Board", [data.User("admin"), data.User("sato")], "sato");
        Add("LAB", "Research Lab", [data.User("emily"), data.User("sato")], "emily");
        if (withBig)
        {
            Add("BIG", "Big Data ビッグデータ", everyone, "tanaka");
        }

        Project Add(string key, string name, IEnumerable<User> members, string administrator)
        {
            var project = new Project
            {
                Id = data.NextId("project"),
                ProjectKey = key,
                Name = name,
                DisplayOrder = data.Projects.Count * 1000,
                Members = members.ToList(),
                Administrators = [data.User(administrator)],
            };
            data.Projects.Add(project);
            AddProjectSettings(data, project);
            return project;
        }
    }
}
