BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'attachments' -Option '--no-limits'
    Clear-TestSession

    function New-TestFile {
        param(
            [string] $Name,

            [int] $Length = 4
        )

        $path = [System.IO.Path]::Combine($folder, $Name)
        [System.IO.File]::WriteAllText($path, 'x' * $Length)
        $path
    }

    function Get-Written {
        Get-SpaceRequest -Space $demo | Where-Object -Property Method -NE 'GET'
    }
}

AfterAll {
    Clear-TestSession
}

Describe 'Files that are attached' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        $null = Connect-TestSpace -Space $demo
        $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'plan' -Body @{ attachmentLimitPerFile = 52428800; attachmentNumLimit = 50 }
        Clear-SpaceRequest -Space $demo
        $script:folder = Add-TestFolder
    }

    It 'keep their names and bytes, in any language' {
        $names = '設計書 v1.0.txt', "it's 100% [1]; a&b=c.txt", 'Ünïcode – 😀.bin', '한국어.txt'
        $files = $names | ForEach-Object -Process { New-TestFile -Name $_ -Length 100000 }

        $uploads = Get-ChildItem -Path $folder | Send-BacklogAttachment
        $issue = New-BacklogIssue APP 'With files' -Attachment $uploads

        $uploads | Should -BeOfType ([BacklogPS.UploadedAttachment])
        $uploads.Size | Select-Object -Unique | Should -Be 100000
        (Get-BacklogAttachment $issue.IssueKey).Name | Sort-Object | Should -Be @($names | Sort-Object)
        $saved = Get-BacklogAttachment $issue.IssueKey | Where-Object -Property Name -EQ $names[0] | Save-BacklogAttachment -Path (Add-TestFolder)
        (Get-FileHash -LiteralPath $saved.FullName).Hash | Should -Be (Get-FileHash -LiteralPath $files[0]).Hash
    }

    It 'come as paths, with wildcards or without, as files and as uploads, and go with one change' {
        $null = New-TestFile -Name '1.log'
        $null = New-TestFile -Name '2.log'
        $file = Get-Item -LiteralPath (New-TestFile -Name '[x].txt')
        $upload = Send-BacklogAttachment -LiteralPath (New-TestFile -Name 'sent.txt')
        Clear-SpaceRequest -Space $demo

        Push-Location -LiteralPath $folder
        $changed = Set-BacklogIssue APP-7 -Attachment '*.log', $file, $upload, '[x].txt' -PassThru
        Pop-Location

        $changed.Attachments[-5..-1].Name | Should -Be '1.log', '2.log', '[x].txt', 'sent.txt', '[x].txt'
        @(Get-Written | Where-Object -Property Method -EQ 'PATCH') | Should -HaveCount 1
        @(Get-Written | Where-Object -Property Method -EQ 'POST') | Should -HaveCount 4
    }

    It 'come with their wildcards escaped, as Tab writes them' {
        $path = New-TestFile -Name 'a [1].txt'

        (Send-BacklogAttachment ([WildcardPattern]::Escape($path))).Name | Should -BeExactly 'a [1].txt'
    }

    It 'that are missing, folders, or locked are errors before anything is sent (<What>)' -ForEach @(
        @{ What = 'missing'; Path = { 'nowhere.txt' } }
        @{ What = 'a folder'; Path = { $folder } }
        @{ What = 'locked'; Path = { $script:lock = [System.IO.File]::Open((New-TestFile -Name 'locked.txt'), 'Open', 'ReadWrite', 'None'); "$folder/locked.txt" } }
    ) {
        $good = New-TestFile -Name 'good.txt'
        $bad = & $Path

        $failure = Get-Failure -Action { Add-BacklogComment APP-7 'x' -Attachment $good, $bad }

        Get-ErrorId -Failure $failure | Should -Be 'FileInaccessible'
        Get-Written | Should -BeNullOrEmpty
        if ($What -eq 'locked') {
            $lock.Dispose()
        }
    }

    It 'are not objects whose text could be a path' {
        $failure = Get-Failure -Action { Get-BacklogStatus -Project APP | Select-Object -First 1 | Send-BacklogAttachment }

        $failure | Should -HaveCount 1
        Get-Written | Should -BeNullOrEmpty
    }

    Context 'and the limits of the plan' {
        It 'are too large: nothing is sent, and the plan is asked for once' {
            $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'plan' -Body @{ attachmentLimitPerFile = 1000 }
            $null = New-TestFile -Name 'small.txt'
            $null = New-TestFile -Name 'large.txt' -Length 1001

            $failures = @(1..2 | ForEach-Object -Process { Get-Failure -Action { Set-BacklogIssue APP-7 -Attachment "$folder/*.txt" } })

            $failures.FullyQualifiedErrorId -replace ',.*' | Should -Be 'TooLarge', 'TooLarge'
            "$($failures[0].TargetObject)" | Should -BeLike '*APP-7*'
            Get-Written | Should -BeNullOrEmpty
            @(Get-AskedPath -Space $demo | Where-Object -FilterScript { $_ -like '*/space/licence' }) | Should -HaveCount 1
        }

        It 'are too many' {
            $null = Invoke-SpaceControl -Space $demo -Method POST -Path 'plan' -Body @{ attachmentNumLimit = 4 }

            Get-ErrorId -Failure (Get-Failure -Action { Set-BacklogIssue APP-1 -Attachment (New-TestFile -Name 'a.txt'), (New-TestFile -Name 'b.txt') }) | Should -Be 'TooLarge'
            Get-Written | Should -BeNullOrEmpty
        }

        It 'are not known to one who may not see them: the space decides, and is asked once' {
            $null = Connect-TestSpace -Space $demo -Key $demo.MemberKey
            Clear-SpaceRequest -Space $demo

            1..2 | ForEach-Object -Process { Send-BacklogAttachment (New-TestFile -Name "$_.txt") } | Should -HaveCount 2

            @(Get-AskedPath -Space $demo | Where-Object -FilterScript { $_ -like '*/space/licence' }) | Should -HaveCount 1
        }
    }

    It 'are sent again after a fault, whole' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 503; method = 'POST'; pathPattern = '/api/v2/space/attachment'; times = 1 }

        (Send-BacklogAttachment (New-TestFile -Name 'a.txt' -Length 300000)).Size | Should -Be 300000

        @(Get-Written).Status | Should -Be 503, 200
    }

    It 'that were uploaded are named when the change that attaches them is stopped' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'hang'; method = 'PATCH'; pathPattern = '/api/v2/issues/APP-7' }
        $path = New-TestFile -Name 'a.txt'
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module -Name '$(Get-TestModulePath)'; Set-BacklogIssue APP-7 -Attachment '$path'")
        $running = $shell.BeginInvoke()
        Wait-Condition -Condition { Get-Written | Where-Object -Property Method -EQ 'PATCH' }

        $shell.Stop()

        { $shell.EndInvoke($running) } | Should -Throw
        "$($shell.Streams.Warning)" | Should -BeLike '*a.txt*'
        $shell.Dispose()
    }

    It 'that were uploaded are named when it is stopped before what they belong to is sent' {
        # The second upload hangs. The first one is complete, and the comment is never sent.
        Add-SpaceFault -Space $demo -Fault @{ kind = 'hang'; method = 'POST'; pathPattern = '/api/v2/space/attachment'; skip = 1 }
        $first, $second = (New-TestFile -Name 'first.txt'), (New-TestFile -Name 'second.txt')
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module -Name '$(Get-TestModulePath)'; New-BacklogIssue APP 'With files' -Attachment '$first', '$second'")
        $running = $shell.BeginInvoke()
        Wait-Condition -Condition { @(Get-Written).Count -eq 2 }

        $shell.Stop()

        { $shell.EndInvoke($running) } | Should -Throw
        "$($shell.Streams.Warning)" | Should -BeLike '*first.txt*hour*'
        "$($shell.Streams.Warning)" | Should -Not -BeLike '*second.txt*'
        @(Get-Written).Path | Select-Object -Unique | Should -Be '/api/v2/space/attachment'
        $shell.Dispose()
    }

    It 'show how far they are, in bytes' {
        # The delay is longer than the interval of the progress display, and the network buffers cannot hold the whole
        # file.
        Add-SpaceFault -Space $demo -Fault @{ kind = 'delay'; delayMs = 1000; method = 'POST'; pathPattern = '/api/v2/space/attachment' }
        $path = New-TestFile -Name 'large.bin' -Length 40000000
        $shown = Invoke-TestProcess -Interactive -Environment @{ BL_SPACE = $demo.Url; BL_API_KEY = $demo.Key } -Data @{ Path = $path; Module = Get-TestModulePath } -Script {
            $shell = [powershell]::Create()
            $null = $shell.AddScript("Import-Module -Name '$($data.Module)'; Send-BacklogAttachment '$($data.Path)'").Invoke()
            $shell.Streams.Progress | ForEach-Object -Process { '{0}: {1} {2}' -f $_.RecordType, $_.Activity, $_.StatusDescription }
        }

        $shown.Error | Should -BeNullOrEmpty
        $shown.Result[0] | Should -BeLike 'Processing: Uploading large.bin * of 38.1 MB'
        $shown.Result[-1] | Should -BeLike 'Completed: Uploading large.bin*'
    }

    It 'are attached to an issue in one change, also where they come one by one, and are what is given back' {
        $null = New-TestFile -Name '1.log'
        $null = New-TestFile -Name '2.log'

        $added = Get-ChildItem -Path $folder | Add-BacklogAttachment APP-9 -Comment 'Logs'

        $added | Should -BeOfType ([BacklogPS.Attachment])
        $added.Name | Should -Be '1.log', '2.log'
        $added.IssueKey | Select-Object -Unique | Should -Be 'APP-9'
        @(Get-Written | Where-Object -Property Method -EQ 'PATCH') | Should -HaveCount 1
    }

    It 'are attached to each issue and wiki page of the pipeline' {
        $path = New-TestFile -Name 'same.txt'

        (Get-BacklogIssue APP-10, APP-11 | Add-BacklogAttachment -LiteralPath $path).IssueKey | Should -Be 'APP-10', 'APP-11'
        (Get-BacklogWiki -Id 400001 | Add-BacklogAttachment -Path $path).Name | Should -Be 'same.txt'
        (Get-BacklogAttachment -WikiId 400001).Name | Should -Contain 'same.txt'
        Get-ErrorId -Failure (Get-Failure -Action { $path | Add-BacklogAttachment }) | Should -Be 'ArgumentInvalid'
    }

    It 'are the one argument where issues or wiki pages come through the pipeline' {
        $path = New-TestFile -Name 'argument.txt'

        (Get-BacklogIssue APP-10, APP-11 | Add-BacklogAttachment $path -Comment 'Here').IssueKey | Should -Be 'APP-10', 'APP-11'
        (Get-BacklogIssue APP-10 | Add-BacklogAttachment (Get-Item -LiteralPath $path)).Name | Should -Be 'argument.txt'
        (Get-BacklogIssue APP-10 | Add-BacklogAttachment "$folder/*.txt").Name | Should -Be 'argument.txt'
        (Get-BacklogWiki -Id 400001 | Add-BacklogAttachment $path).WikiId | Should -Be 400001
        Clear-SpaceRequest -Space $demo
        foreach ($action in { Get-BacklogIssue APP-10 | Add-BacklogAttachment APP-11 }, { Get-BacklogIssue APP-10 | Add-BacklogAttachment -IssueKey $path },
            { Get-BacklogWiki -Id 400001 | Add-BacklogAttachment $path -Comment 'No' }) {
            Get-ErrorId -Failure (Get-Failure -Action $action) | Should -Be 'ArgumentInvalid' -Because "$action"
        }

        Get-Written | Should -BeNullOrEmpty
    }

    It 'are removed from an issue, a wiki page and a pull request, also after a job' {
        $issue = New-BacklogIssue APP 'To be cleaned' -Attachment (New-TestFile -Name 'a.txt'), (New-TestFile -Name 'b.txt')
        $file = [System.IO.Path]::Combine($folder, 'left.xml')
        $issue.Attachments[1] | Export-Clixml -LiteralPath $file

        ($issue.Attachments[0] | Remove-BacklogAttachment -PassThru).Name | Should -Be 'a.txt'
        Import-Clixml -LiteralPath $file | Remove-BacklogAttachment

        Get-BacklogAttachment $issue.IssueKey | Should -BeNullOrEmpty
    }

    It 'of documents cannot be removed, which is said before anything is sent' {
        $document = Get-BacklogDocument -Project APP | Where-Object -Property Attachments | Select-Object -First 1

        Get-ErrorId -Failure (Get-Failure -Action { $document.Attachments[0] | Remove-BacklogAttachment }) | Should -Be 'ArgumentInvalid'
        Get-Written | Should -BeNullOrEmpty
    }
}
