BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    Clear-TestSession
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe 'Save-BacklogAttachment' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        $script:folder = Add-TestFolder
    }

    It 'saves what is piped under its own name, made safe, and gives the files' {
        $files = Get-BacklogAttachment -IssueKey APP-1 | Save-BacklogAttachment -Path $folder

        $files | Should -BeOfType [System.IO.FileInfo]
        $files.Name | Should -Be @('設計書 v1.0.txt', 'screenshot.png', "it's 100% _odd_ & long; name.txt")
        Get-ChildItem -Path $folder -Force | Should -HaveCount 3
    }

    It 'saves what an issue, a wiki page, a document and a pull request carry' {
        (Get-BacklogIssue -IssueKey APP-2).Attachments | Save-BacklogAttachment -Path $folder | ForEach-Object -MemberName Length | Should -Be 3000000
        Get-BacklogWiki -Id 400001 | Get-BacklogAttachment | Save-BacklogAttachment -Path $folder | Should -HaveCount 1
        Get-BacklogPullRequest -Project APP -Repository app -Number 1 | Get-BacklogAttachment | Save-BacklogAttachment -Path $folder | Should -HaveCount 1
    }

    It 'replaces a file only with -Force' {
        $file = Join-Path -Path $folder -ChildPath 'mine.txt'
        Set-Content -LiteralPath $file -Value 'mine'

        $failure = Get-Failure -Action { Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $file }

        Get-ErrorId -Failure $failure | Should -Be 'FileExists'
        Get-Content -LiteralPath $file | Should -Be 'mine'
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty

        (Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $file -Force).Length | Should -Be 21
    }

    It 'replaces with -Force what was there before, and never its own' {
        Set-Content -LiteralPath (Join-Path -Path $folder -ChildPath 'screenshot.png') -Value 'old'

        $files = Get-BacklogAttachment -IssueKey APP-1, WEB-1 |
            Save-BacklogAttachment -Path $folder -Force -ErrorAction SilentlyContinue -ErrorVariable failed

        $files.Length | Should -Be 3
        Get-ChildItem -Path $folder -Force | Should -HaveCount 3
        (Get-BacklogAttachment -IssueKey APP-1).Size | Should -Be $files.ForEach('Length')
        $failed | Should -HaveCount 3
        $failed.FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
        $failed[0].TargetObject.IssueKey | Should -Be 'WEB-1'
        Get-ErrorText -Failure $failed[0] | Should -Not -Match '-Force'
    }

    It 'makes a folder of a path that nothing has where several files are saved, and a file where it is one (<Case>)' -ForEach @(
        @{ Case = 'attachments'; Save = { Get-BacklogAttachment -IssueKey APP-1 | Save-BacklogAttachment -Path $args[0] } }
        @{ Case = 'an issue'; Save = { Get-BacklogIssue APP-1 | Save-BacklogAttachment -Path $args[0] } }
        @{ Case = 'an issue by its key'; Save = { Save-BacklogAttachment -IssueKey APP-1 -LiteralPath $args[0] } }
        @{ Case = 'ids'; Save = { Save-BacklogAttachment -IssueKey APP-1 -Id (Get-BacklogAttachment -IssueKey APP-1).Id -Path $args[0] } }
        @{ Case = 'with a separator at the end'; Save = { Get-BacklogAttachment -IssueKey APP-1 | Save-BacklogAttachment -Path "$($args[0])/" } }
    ) {
        $missing = Join-Path -Path $folder -ChildPath 'missing'

        $files = @(& $Save $missing)

        $files.Name | Should -Be @('設計書 v1.0.txt', 'screenshot.png', "it's 100% _odd_ & long; name.txt")
        $files.DirectoryName | Select-Object -Unique | Should -Be $missing
        Get-ChildItem -LiteralPath $folder -Force | Should -HaveCount 1
        Get-ChildItem -LiteralPath $missing -Force | Should -HaveCount 3
    }

    It 'does the same with shared files and icons' {
        $shared = @(Get-BacklogSharedFile -Project APP -Recurse | Where-Object -Property Type -EQ 'File' | Select-Object -First 2 | Save-BacklogSharedFile -Path "$folder/shared")
        $icons = @(Get-BacklogProject APP, WEB | Save-BacklogIcon -Path "$folder/icons")

        $shared.Directory.Name | Should -Be 'shared', 'shared'
        $icons.Directory.Name | Should -Be 'icons', 'icons'
        (Get-BacklogProject APP | Save-BacklogIcon "$folder/app.png").FullName | Should -Be (Get-Item -LiteralPath "$folder/app.png").FullName
        Get-ChildItem -LiteralPath $folder | Should -HaveCount 3
    }

    It 'gives one file the name, also where it comes through the pipeline' {
        $file = Get-BacklogAttachment -IssueKey APP-1 | Select-Object -First 1 | Save-BacklogAttachment -Path "$folder/one.txt"

        $file.Name | Should -Be 'one.txt'
        Get-ChildItem -LiteralPath $folder -Force | Should -HaveCount 1
    }

    It 'takes what is piped and the path as the one argument' {
        (Get-BacklogIssue APP-1 | Save-BacklogAttachment "$folder/issue").Count | Should -Be 3
        (Get-BacklogAttachment -IssueKey APP-1 | Save-BacklogAttachment "$folder/attachments").Count | Should -Be 3
        ('APP-1' | Save-BacklogAttachment "$folder/key").Count | Should -Be 3
        $attachment = Get-BacklogAttachment -IssueKey APP-1 | Select-Object -First 1
        (Save-BacklogAttachment $attachment "$folder/plain.txt").Name | Should -Be 'plain.txt'
        (Save-BacklogAttachment $attachment -Path $folder).Name | Should -Be $attachment.Name
        (Get-BacklogSharedFile -Project APP | Save-BacklogSharedFile "$folder/readme.txt").Name | Should -Be 'readme.txt'
    }

    It 'makes no folder with -WhatIf, nor where a file has its name' {
        Save-BacklogAttachment -IssueKey APP-1 -Path "$folder/none/" -WhatIf
        Get-BacklogIssue APP-1 | Save-BacklogAttachment -Path "$folder/none" -FolderPerIssue -WhatIf
        Get-ChildItem -LiteralPath $folder | Should -BeNullOrEmpty

        Set-Content -LiteralPath "$folder/file" -Value 'mine'
        Clear-SpaceRequest -Space $demo
        foreach ($save in { Save-BacklogAttachment -IssueKey APP-1 -Path "$folder/file/" }, { Save-BacklogAttachment -IssueKey APP-1 -Path "$folder/file" -FolderPerIssue }) {
            $failure = Get-Failure -Action $save
            Get-ErrorId -Failure $failure | Should -Be 'FileInaccessible'
            "$failure" | Should -BeLike "*file' is a file*"
        }

        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'replaces no pipe, whichever cmdlet it is, and asks for nothing' -Skip:([System.IO.Path]::DirectorySeparatorChar -eq '\') {
        $pipe = Join-Path -Path $folder -ChildPath 'pipe'
        mkfifo $pipe

        foreach ($save in @(
                { Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $pipe -Force }
                { Save-BacklogIcon -Project APP -Path $pipe -Force }
                { Save-BacklogSharedFile -Project APP -Id 1 -Path $pipe -Force }
                { Invoke-BacklogApi -Path space/image -OutFile $pipe -Force })) {
            Get-ErrorId -Failure (Get-Failure -Action $save) | Should -Be 'FileInaccessible' -Because "$save"
        }

        test -p $pipe
        $LASTEXITCODE | Should -Be 0
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
        # Whoever opened it later to search it would wait for ever.
        Remove-Item -LiteralPath $pipe
    }

    It 'keeps the mode of the file that it replaces' -Skip:(-not [System.IO.FileInfo].GetProperty('UnixFileMode') -or [System.IO.Path]::DirectorySeparatorChar -eq '\') {
        $file = Join-Path -Path $folder -ChildPath 'mine.txt'
        Set-Content -LiteralPath $file -Value 'mine'
        chmod 640 $file

        [string] (Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $file -Force).UnixFileMode | Should -Be 'GroupRead, UserWrite, UserRead'
    }

    It 'asks again where less comes than the list says' {
        $attachment = Get-BacklogAttachment -IssueKey APP-2 | Where-Object -Property Id -EQ -Value 500016
        Add-SpaceFault -Space $demo -Fault @{ kind = 'invalidJson'; pathPattern = '*/attachments/*'; times = 1 }
        Add-SpaceFault -Space $demo -Fault @{ kind = 'emptyBody'; pathPattern = '*/attachments/*'; times = 1 }
        Clear-SpaceRequest -Space $demo

        ($attachment | Save-BacklogAttachment -Path $folder).Length | Should -Be 3000000

        Get-SpaceRequest -Space $demo | Should -HaveCount 3
    }

    It 'starts over where the answer breaks off' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'cutOff'; pathPattern = '*/attachments/*'; times = 2 }

        $file = Save-BacklogAttachment -IssueKey APP-2 -Id 500016 -Path $folder

        $file.Length | Should -Be 3000000
        Get-SpaceRequest -Space $demo | Should -HaveCount 3
    }

    It 'leaves nothing half done, and what was there as it was' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'cutOffChunked'; pathPattern = '*/attachments/*' }
        $file = Join-Path -Path $folder -ChildPath 'mine.txt'
        Set-Content -LiteralPath $file -Value 'mine'

        $failure = Get-Failure -Action { Save-BacklogAttachment -IssueKey APP-2 -Id 500016 -Path $file -Force }

        Get-ErrorId -Failure $failure | Should -Be 'AnswerCutOff'
        Get-Content -LiteralPath $file | Should -Be 'mine'
        Get-ChildItem -Path $folder -Force | Should -HaveCount 1
    }

    It 'leaves what was there as it was when the process is killed, whichever moment that is' {
        $file = Join-Path -Path $folder -ChildPath 'mine.txt'
        Set-Content -LiteralPath $file -Value 'mine'
        Add-SpaceFault -Space $demo -Fault @{ kind = 'slowBody'; pathPattern = '*/attachments/*'; chunkSize = 1000; chunkDelayMs = 10 }
        foreach ($megabyte in 0, 0.2, 0.5) {
            $running = Start-TestProcess -Data @{ Url = $demo.Url; Key = $demo.Key; File = $file } -Script {
                $null = Connect-BacklogSpace -Space $data.Url -ApiKey ([System.Net.NetworkCredential]::new('', $data.Key).SecurePassword) -SessionOnly
                Get-BacklogAttachment -IssueKey APP-2 | Save-BacklogAttachment -Path $data.File -Force
            }
            Wait-Condition -Condition { @(Get-ChildItem -LiteralPath $folder -Force -Filter '*.tmp' | Where-Object -Property Length -GE ($megabyte * 1MB)).Count -gt 0 }
            $running.Process.Kill()
            $running.Process.WaitForExit()

            Get-Content -LiteralPath $file | Should -Be 'mine'
            Get-ChildItem -LiteralPath $folder -Force -Filter '*.tmp' | Remove-Item -Force
        }

        Clear-SpaceFault -Space $demo
        (Get-BacklogAttachment -IssueKey APP-2 | Save-BacklogAttachment -Path $file -Force).Length | Should -Be 3000000
    }

    It 'takes a web page for no file' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'html'; status = 200; pathPattern = '*/attachments/*' }

        Get-ErrorId -Failure (Get-Failure -Action { Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $folder }) | Should -Be 'AnswerNotJson'
        Get-ChildItem -Path $folder -Force | Should -BeNullOrEmpty
    }

    It 'asks for nothing with -WhatIf' {
        Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $folder -WhatIf

        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }

    It 'names the folder that is missing' {
        $failure = Get-Failure -Action { Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path "$folder/none/file.txt" }

        Get-ErrorId -Failure $failure | Should -Be 'FileInaccessible'
        Get-ErrorText -Failure $failure | Should -Match 'none'
    }

    It 'takes a path with brackets as it is written' {
        $file = Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -LiteralPath "$folder/a[1].txt"

        $file.Name | Should -Be 'a[1].txt'
    }

    It 'takes an escaped wildcard for the character that it is' {
        $file = Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path "$folder/new``[2``].txt"

        $file.Name | Should -Be 'new[2].txt'
    }

    It 'evaluates a script block as -<Parameter> for each attachment' -ForEach @{ Parameter = 'Path' }, @{ Parameter = 'LiteralPath' } {
        $where = @{ $Parameter = { (New-Item -ItemType Directory -Force -Path (Join-Path -Path $folder -ChildPath $_.IssueKey)).FullName } }

        $files = Get-BacklogAttachment -IssueKey APP-1, APP-2 | Save-BacklogAttachment @where

        $files.Directory.Name | Sort-Object -Unique | Should -Be @('APP-1', 'APP-2')
        $files | Should -HaveCount @(Get-BacklogAttachment -IssueKey APP-1, APP-2).Count
        (Get-ChildItem -LiteralPath $folder).Name | Sort-Object | Should -Be @('APP-1', 'APP-2')
    }

    It 'reports the folder that is missing once, and asks for no file' {
        $attachments = Get-BacklogAttachment -IssueKey APP-1
        Clear-SpaceRequest -Space $demo
        $before = $Error.Count

        $failure = Get-Failure -Action { $attachments | Save-BacklogAttachment -Path "$folder/none/file.txt" }

        @($failure) | Should -HaveCount 1
        Get-ErrorId -Failure $failure | Should -Be 'FileInaccessible'
        $Error.Count - $before | Should -BeLessOrEqual 1
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }
}

Describe 'Save-BacklogAttachment with issues' {
    BeforeAll {
        # The requests so far, starting without cached lists.
        function Get-Asked {
            @(Get-AskedPath -Space $demo -NoQuery) -replace '^/api/v2/'
        }
    }

    BeforeEach {
        Clear-TestSpace -Space $demo
        $script:folder = Add-TestFolder
    }

    It 'saves all attachments of an issue that is named' {
        $files = @(Save-BacklogAttachment -IssueKey APP-1 -Path $folder)

        $files | Should -HaveCount 3
        Get-Asked | Should -HaveCount 4
        (Get-Asked)[0] | Should -Be 'issues/APP-1/attachments'
    }

    It 'saves those of a piped issue without a list, each once' {
        $issue = Get-BacklogIssue -IssueKey APP-1
        Clear-SpaceRequest -Space $demo

        $files = @($issue | Save-BacklogAttachment -Path $folder)

        $files.Name | Should -Be @(Get-BacklogAttachment -IssueKey APP-1 | Save-BacklogAttachment -Path (Add-TestFolder)).Name
        @(Get-Asked | Select-Object -First 3) | Should -Be @($issue.Attachments | ForEach-Object -Process { "issues/APP-1/attachments/$($_.Id)" })
    }

    It 'goes on where it was, at the price of the list alone' {
        $save = { Get-BacklogIssue -Project APP, WEB -Attachment $true | Save-BacklogAttachment -Path $folder -FolderPerIssue -SkipExisting }
        $files = @(& $save)
        $files.Count | Should -BeGreaterThan 5
        $files.Directory.Name | Sort-Object -Unique | Should -Be @((Get-BacklogIssue -Project APP, WEB -Attachment $true).IssueKey | Sort-Object -Unique)
        Clear-SpaceRequest -Space $demo

        & $save | Should -BeNullOrEmpty
        Get-Asked | Should -Be @('issues')

        # A file with half the size is not the same file.
        $lost = $files[0]
        $half = $files[1]
        $size = $half.Length
        Remove-Item -LiteralPath $lost.FullName
        Set-Content -LiteralPath $half.FullName -Value 'half' -NoNewline
        Clear-SpaceRequest -Space $demo

        $again = @(& $save -ErrorAction SilentlyContinue 2>&1)
        $again[0].FullName | Should -Be $lost.FullName
        Get-ErrorId -Failure $again[1] | Should -Be 'FileExists'
        "$($again[1])" | Should -BeLike "*with 4 bytes*$($half.Name)*has $($size.ToString('N0'))*"
        Get-Asked | Should -HaveCount 2

        $forced = @(Get-BacklogIssue -Project APP, WEB -Attachment $true | Save-BacklogAttachment -Path $folder -FolderPerIssue -SkipExisting -Force)
        $forced.FullName | Should -Be $half.FullName
        $forced[0].Length | Should -Be $size
    }

    It 'skips only what was there before the command' {
        # Two files with the same name and size are still different files.
        $one = (Get-BacklogIssue -IssueKey APP-1).Attachments[0]

        $files = @($one, $one | Save-BacklogAttachment -Path $folder -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable failed)

        $files | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
    }

    It 'names both of two attachments whose name is the same, also where one is there already (<Option>)' -ForEach @(
        @{ Option = @{} }
        @{ Option = @{ SkipExisting = $true } }
        @{ Option = @{ SkipExisting = $true; FolderPerIssue = $true } }
    ) {
        $first = New-TemporaryFile | Rename-Item -NewName { "$($_.BaseName).txt" } -PassThru
        Set-Content -LiteralPath $first.FullName -Value 'same'
        $new = New-BacklogIssue APP 'Two of a name' -Attachment $first.FullName, $first.FullName
        Remove-Item -LiteralPath $first.FullName
        $two = @($new.Attachments)
        $two.Name | Select-Object -Unique | Should -Be $first.Name
        $save = { $new | Save-BacklogAttachment -Path $folder @Option -ErrorAction SilentlyContinue -ErrorVariable failed; $failed }

        $all = @(& $save)
        $all | Should -HaveCount 2
        "$($all[1])" | Should -BeLike "*$($first.Name) ($($two[1].Id)) *$($first.Name) ($($two[0].Id))*"

        if ($Option.SkipExisting) {
            # The first is there now. It is not the second for that.
            $again = @(& $save)
            $again | Should -HaveCount 1
            "$again" | Should -BeLike "*$($first.Name) ($($two[1].Id)) *$($first.Name) ($($two[0].Id))*"
        }
    }

    It 'makes the folder that the folders of issues go into, and all above it' {
        $files = @(Get-BacklogIssue APP-1 | Save-BacklogAttachment -Path "$folder/new/below" -FolderPerIssue)

        $files.DirectoryName | Select-Object -Unique | Should -Be ([System.IO.Path]::Combine($folder, 'new', 'below', 'APP-1'))
        (Get-BacklogWiki -Id 400001 | Get-BacklogAttachment | Save-BacklogAttachment -Path "$folder/other" -FolderPerIssue).Directory.Name | Should -Be 'other'
    }

    It 'takes some by their ids, and says which there are' {
        $files = @(Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $folder -SkipExisting)
        $files | Should -HaveCount 1
        Clear-SpaceRequest -Space $demo

        Save-BacklogAttachment -IssueKey APP-1 -Id 500013 -Path $folder -SkipExisting | Should -BeNullOrEmpty
        Get-Asked | Should -Be @('issues/APP-1/attachments')
        Get-ErrorId -Failure (Get-Failure -Action { Save-BacklogAttachment -IssueKey APP-1 -Id 9 -Path $folder -SkipExisting }) | Should -Be 'NameUnknown'
    }

    It 'takes a script block for each issue' {
        $null = New-Item -ItemType Directory -Path "$folder/APP-1", "$folder/WEB-1"

        $files = @(Get-BacklogIssue -IssueKey APP-1, WEB-1 | Save-BacklogAttachment -Path { "$folder/$($_.IssueKey)" })

        $files.Directory.Name | Sort-Object -Unique | Should -Be @('APP-1', 'WEB-1')
        $files | Should -HaveCount 6
    }

    It 'says what it would save' {
        Get-BacklogIssue -IssueKey APP-1 | Save-BacklogAttachment -Path $folder -WhatIf | Should -BeNullOrEmpty
        Get-ChildItem -Path $folder | Should -BeNullOrEmpty
    }
}
