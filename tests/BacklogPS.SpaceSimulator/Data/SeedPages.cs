using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace BacklogPS.SpaceSimulator.Data;

internal static partial class Seed
{
    private static void AddFiles(SpaceData data)
    {
        foreach (var project in data.Projects.Where(p => p.ProjectKey is "APP" or "WEB"))
        {
            Directory(project, "/", "docs");
            Directory(project, "/docs/", "日本語 資料");
            Directory(project, "/", "archive");
            File(project, "/", "README.txt", "Read me first. まずお読みください。\n");
            File(project, "/docs/", "spec.md", "# Spec\n");
            File(project, "/docs/", "a&b #1 100%.txt", "odd name\n");
            File(project, "/docs/日本語 資料/", "議事録　２０２６.txt", "議事録\n");
            for (var n = 1; n <= 130; n++)
            {
                File(project, "/archive/", $"report-{n:D3}.csv", $"n\n{n}\n");
            }
        }

        void Directory(Project project, string dir, string name) => Add(project, "directory", dir, name, []);

        void File(Project project, string dir, string name, string content) => Add(project, "file", dir, name, Encoding.UTF8.GetBytes(content));

        void Add(Project project, string type, string dir, string name, byte[] content) => project.Files.Add(new SharedFile
        {
            Id = data.NextId("sharedFile"),
            ProjectId = project.Id,
            Type = type,
            Dir = dir,
            Name = name,
            Content = content,
            CreatedUser = data.Users[project.Files.Count % 4],
            Created = Day(-300 + (project.Files.Count % 200)),
            UpdatedUser = type == "file" ? data.Users[1] : null,
            Updated = type == "file" ? Day(-50) : null,
        });
    }

    private static void AddWikis(SpaceData data)
    {
        Tag[] tags = [new(data.NextId("tag"), "仕様"), new(data.NextId("tag"), "howto"), new(data.NextId("tag"), "議事録")];
        foreach (var project in data.Projects.Where(p => p.UseWiki && p.ProjectKey != "BIG"))
        {
            // Home has 130 versions, more than fit on a page of its history.
            Add(project, "Home", "Welcome. ようこそ。", 130);
            Add(project, "開発ガイド", "# 開発ガイド\n\n1. clone\n2. build\n", 3, tags[0], tags[1]);
            Add(project, "設計/ＤＢ設計", "テーブル一覧", 2, tags[0]);
            Add(project, "Meetings/2026-07-01", "- Alice\n- 田中\n", 1, tags[2]);
        }

        void Add(Project project, string name, string content, int versions, params Tag[] pageTags)
        {
            var author = project.Members[^1];
            var wiki = new Wiki
            {
                Id = data.NextId("wiki"),
                ProjectId = project.Id,
                Name = name,
                Content = content,
                Tags = [.. pageTags],
                CreatedUser = author,
                Created = Day(-300),
                UpdatedUser = project.Members[0],
                Updated = Day(-300 + versions),
            };
            for (var version = 1; version <= versions; version++)
            {
                wiki.History.Add(new WikiHistory
                {
                    PageId = wiki.Id,
                    Version = version,
                    Name = name,
                    Content = version == versions ? content : $"{content} ({version})",
                    CreatedUser = version == 1 ? author : project.Members[0],
                    Created = Day(-300 + version),
                });
            }

            if (name == "Home")
            {
                wiki.Attachments.Add(NewAttachment(data, "ロゴ.png", Icon.Png(0xff9200), author, Day(-200), "image/png"));
                wiki.SharedFiles.AddRange(project.Files.Where(f => f.Type == "file").Take(1));
                wiki.Stars.Add(NewStar(data, $"alias/wiki/{wiki.Id}", name, author, project.Members[0], Day(-100)));
            }

            data.Wikis.Add(wiki);
        }
    }

    private static void AddDocuments(SpaceData data)
    {
        foreach (var project in data.Projects.Where(p => p.ProjectKey is "APP" or "WEB"))
        {
            var root = Add(project, "はじめに", "👋", null);
            var design = Add(project, "Design 設計", "📐", root);
            Add(project, "データベース", null, design);
            Add(project, "Release notes", "🚀", null);
            Add(project, "古い資料", null, null, inTrash: true);
            for (var n = 1; n <= 25; n++)
            {
                Add(project, $"Memo {n:D2}", null, root);
            }

            root.Attachments.Add(NewAttachment(data, "図 1.png", Icon.Png(0x814fbc), root.CreatedUser, root.Created, "image/png"));
            root.Tags.Add(new Tag(data.NextId("tag"), "入門"));
            root.Comments.Add(Comment(root, 1, "ここは古いです。 This is outdated.", [Comment(root, 2, "直しました。", [])]));
            root.Comments.Add(Comment(root, 3, "Thanks!", []));
        }

        Document Add(Project project, string title, string? emoji, Document? parent, bool inTrash = false)
        {
            var n = data.Documents.Count + 1;
            var text = $"{title}の本文です。 Text of {title}.";
            var document = new Document
            {
                Id = $"0198{project.Id:x4}7a00{n:x20}",
                ProjectId = project.Id,
                Title = title,
                Plain = text,
                Json = System.Text.Encoding.UTF8.GetString(Api.Json.Bytes(new { type = "doc", content = new[] { new { type = "paragraph", content = new[] { new { type = "text", text } } } } })),
                Emoji = emoji,
                StatusId = inTrash ? 2 : 1,
                InTrash = inTrash,
                Parent = parent,
                CreatedUser = project.Members[n % project.Members.Count],
                Created = Day(-100).AddHours(n),
                UpdatedUser = project.Members[0],
                Updated = Day(-50).AddHours(n),
            };
            parent?.Children.Add(document);
            data.Documents.Add(document);
            return document;
        }

        DocumentComment Comment(Document document, int n, string text, List<DocumentComment> replies) => new()
        {
            Id = $"{document.Id[..28]}c{n:x3}",
            DocumentId = document.Id,
            Content = text,
            Plain = text,
            CreatedUserId = data.Users[n].Id,
            Created = Day(-20).AddHours(n),
            UpdatedUserId = data.Users[n].Id,
            Updated = Day(-20).AddHours(n),
            Replies = replies,
        };
    }
}
