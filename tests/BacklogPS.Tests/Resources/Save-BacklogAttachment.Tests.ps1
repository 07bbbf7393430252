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

    It 'does not take the path of a folder that is missing for the name of all files' {
        $missing = Join-Path -Path $folder -ChildPath 'missing'

        $files = @(Get-BacklogAttachment -IssueKey APP-1 | Save-BacklogAttachment -Path $missing -Force -ErrorAction SilentlyContinue -ErrorVariable failed)

        $files | Should -HaveCount 1
        $failed | Should -HaveCount 2
        (Get-Item -LiteralPath $missing).Length | Should -Be (Get-BacklogAttachment -IssueKey APP-1)[0].Size
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

        $failure = Get-Failure -Action { $attachments | Save-BacklogAttachment -Path "$folder/none/" }

        @($failure) | Should -HaveCount 1
        Get-ErrorId -Failure $failure | Should -Be 'FileInaccessible'
        $Error.Count - $before | Should -BeLessOrEqual 1
        Get-SpaceRequest -Space $demo | Should -BeNullOrEmpty
    }
}
