BeforeAll {
    Import-Module -Name "$PSScriptRoot/../Support/TestSpace.psm1"
    $script:demo = Open-TestSpace -Name 'demo'
    $script:second = Open-TestSpace -Name 'second'
    Clear-TestSession
    $null = Connect-TestSpace -Space $second
    $null = Connect-TestSpace -Space $demo
}

AfterAll {
    Clear-TestSession
}

Describe 'Get-BacklogRepository' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives the repositories of a project' {
        $repositories = @(Get-BacklogRepository -Project APP)

        $repositories.Name | Should -Be @('app', 'empty-repo')
        $repositories[0].GetType().FullName | Should -BeExactly 'BacklogPS.GitRepository'
        $repositories[0].HttpUrl | Should -BeLike 'https://*/git/APP/app.git'
        $repositories[1].PushedAt | Should -BeNullOrEmpty
        $repositories.Project | Should -Be @('APP', 'APP')
        $repositories[0].AdditionalProperties.Count | Should -Be 0
    }

    It 'asks for a name or id by itself, and reports one that is not there' {
        $failures = Get-Failure { Get-BacklogRepository -Project APP -Repository app, nope | Should -HaveCount 1 }

        Get-ErrorId $failures | Should -BeExactly 'NotFound'
        $failures.TargetObject | Should -BeExactly 'nope'
        (Get-BacklogRepository -Project APP -Repository 'a*', app).Name | Should -BeExactly 'app'
    }
}

Describe 'Get-BacklogPullRequest' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives those of all repositories of a project to the last, typed' {
        $requests = @(Get-BacklogPullRequest -Project APP)

        $requests.Number | Should -Be (110..1)
        $requests.Repository | Sort-Object -Unique | Should -BeExactly 'app'
        $requests[0].GetType().FullName | Should -BeExactly 'BacklogPS.PullRequest'
        $requests[0].Status.Name | Should -BeExactly 'Merged'
        $requests[0].Issue.IssueKey | Should -BeLike 'APP-*'
        $requests[0].Project | Should -BeExactly 'APP'
        $requests[0].AdditionalProperties.Count | Should -Be 0
    }

    It 'stays on its space and project in the pipeline' {
        $requests = @(Get-BacklogProject -Project WEB -Space $second.Space | Get-BacklogRepository | Get-BacklogPullRequest -First 2)

        $requests.Number | Should -Be @(110, 109)
        $requests.Project | Should -Be @('WEB', 'WEB')
        $requests.Space | Should -Be @($second.Space, $second.Space)
        Get-AskedPath -Space $demo | Should -BeNullOrEmpty
    }

    It 'reads one by its number, and one again' {
        $one = Get-BacklogPullRequest -Project APP -Repository app -Number 1

        $one.Attachments.Name | Should -BeExactly '比較 before-after.png'
        $one.Attachments.PullRequestNumber | Should -Be 1
        ($one | Get-BacklogPullRequest).Id | Should -Be $one.Id
        (Get-AskedPath -Space $demo)[-1] | Should -BeExactly '/api/v2/projects/APP/git/repositories/app/pullRequests/1'
    }

    It 'filters by name instead of id' {
        $requests = @(Get-BacklogPullRequest -Project APP -Repository app -Status Open, Merged -Assignee 'tanaka' -CreatedUser '@me')

        $requests.Status.Name | Sort-Object -Unique | Should -Be @('Merged', 'Open')
        $requests.CreatedUser.UserId | Sort-Object -Unique | Should -BeExactly 'admin'
        $requests.Assignee.UserId | Sort-Object -Unique | Should -BeExactly 'tanaka'
        (Get-AskedPath -Space $demo)[-1] | Should -Match 'statusId%5B%5D=1&statusId%5B%5D=3&assigneeId%5B%5D=1002&createdUserId%5B%5D=1001'
    }

    It 'finds those of an issue' {
        $issue = (Get-BacklogPullRequest -Project APP -Repository app -Number 2).Issue

        (Get-BacklogPullRequest -Project APP -Repository app -Issue $issue.IssueKey).Number | Should -Be 2
    }

    It 'counts with the same filters' {
        (Measure-BacklogPullRequest -Project APP -Repository app).Count | Should -Be 110
        (Measure-BacklogPullRequest -Project APP -Repository app -Status Open).Count | Should -Be 36
    }

    It 'counts in each repository' {
        $names = (Get-BacklogRepository -Project APP).Name

        (Measure-BacklogPullRequest -Project APP).Repository | Should -Be $names
        (Measure-BacklogPullRequest -Project APP -Repository 'a*').Repository | Should -Be @($names -like 'a*')
        (Get-BacklogRepository -Project APP | Measure-BacklogPullRequest).Repository | Should -Be $names
        Get-ErrorId (Get-Failure { Measure-BacklogPullRequest -Project APP -Repository nope, app -OutVariable script:found }) | Should -BeExactly 'NotFound'
        $found.Repository | Should -Be 'app'
        $found.Project | Should -Be 'APP'
    }

    It '<_> reports a filter that names nobody once for each project, not for each repository' -ForEach 'Get-BacklogPullRequest', 'Measure-BacklogPullRequest' {
        $command = $_

        $failures = @(Get-Failure { & $command -Project APP, WEB -Assignee nobody })

        @($failures.TargetObject) | Should -Be @('APP', 'WEB')
    }

    It 'reports a repository that is not there' {
        $failures = Get-Failure { Get-BacklogPullRequest -Project APP -Repository nope }

        Get-ErrorId $failures | Should -BeExactly 'NotFound'
        $failures.TargetObject | Should -BeExactly 'nope'
    }
}

Describe 'New-BacklogPullRequest' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'gives a pull request that says where it is, and uploads files first' {
        Set-Content -LiteralPath "$TestDrive/a [1].txt" -Value 'x'

        $made = New-BacklogPullRequest APP app 'With a file' -Base main -Branch feature/file -Attachment (Get-Item -LiteralPath "$TestDrive/a [1].txt")

        $made.GetType().FullName | Should -BeExactly 'BacklogPS.PullRequest'
        $made.Project, $made.Repository, $made.Status.Name | Should -Be 'APP', 'app', 'Open'
        $made.Attachments.Name | Should -BeExactly 'a [1].txt'
        $made.Attachments.PullRequestNumber | Should -Be $made.Number
        ($made | Get-BacklogPullRequest).Summary | Should -BeExactly 'With a file'
    }

    It 'that may have been added says how to look, with a command that finds it' {
        Add-SpaceFault -Space $demo -Fault @{ kind = 'cutOff'; method = 'POST'; pathPattern = '/api/v2/projects/APP/git/repositories/app/pullRequests'; times = 1 }

        $failure = Get-Failure { New-BacklogPullRequest APP app 'Perhaps' -Base main -Branch feature/perhaps }

        $failure.Exception.MayBeDone | Should -BeTrue
        $command = $failure.Exception.NextStep -replace '(?s).*(?=Get-BacklogPullRequest)'
        (& ([scriptblock]::Create($command)))[0].Summary | Should -BeExactly 'Perhaps'
    }

    It 'goes to the space of the objects that it is given' {
        $repository = Get-BacklogRepository -Project WEB -Repository app -Space $second.Space

        $made = New-BacklogPullRequest WEB $repository 'Elsewhere' -Base main -Branch feature/elsewhere

        $made.Space | Should -BeExactly $second.Space
        Get-AskedPath -Space $demo | Should -BeNullOrEmpty
    }
}

Describe 'Set-BacklogPullRequest' {
    BeforeEach {
        Clear-TestSpace -Space $demo
        Clear-TestSpace -Space $second
    }

    It 'changes what comes through the pipeline without reading it again, also what a file has left of it' {
        $requests = @(Get-BacklogPullRequest -Project WEB -Repository app -First 2 -Space $second.Space)
        $requests | Export-Clixml -LiteralPath "$TestDrive/requests.xml"
        Clear-TestSpace -Space $second

        $changed = @(Import-Clixml -LiteralPath "$TestDrive/requests.xml" | Set-BacklogPullRequest -Summary 'New' -PassThru)

        $changed.Number | Should -Be $requests.Number
        $changed.Summary | Should -Be 'New', 'New'
        $changed.Description | Should -Be $requests.Description
        Get-AskedPath -Space $second | Should -Be ($requests.Number -replace '^', '/api/v2/projects/WEB/git/repositories/app/pullRequests/')
        Get-AskedPath -Space $demo | Should -BeNullOrEmpty
    }

    It 'says nothing without -PassThru, and keeps the failure of one from the others' {
        $failures = Get-Failure { Set-BacklogPullRequest APP app 999, 3 -Summary 'Three' | Should -BeNullOrEmpty }

        Get-ErrorId $failures | Should -BeExactly 'NotFound'
        (Get-BacklogPullRequest -Project APP -Repository app -Number 3).Summary | Should -BeExactly 'Three'
    }

    It 'warns where the space did not take a value' {
        $body = '{"id":1,"number":3,"summary":"Three","issue":{"id":10001},"assignee":{"id":1002,"name":"tanaka"}}'
        Add-SpaceFault -Space $demo -Fault @{ kind = 'status'; status = 200; contentType = 'application/json'; body = $body; method = 'PATCH'; times = 1 }

        Set-BacklogPullRequest APP app 3 -Issue APP-1 -Assignee $null -WarningVariable warnings -WarningAction SilentlyContinue

        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike '*APP/app#3*assigneeId*'
    }

    It 'sends nothing where no change is named' {
        $failures = Get-Failure { Set-BacklogPullRequest APP app 3 }

        Get-ErrorId $failures | Should -BeExactly 'ArgumentInvalid'
        (Get-SpaceRequest -Space $demo).Method | Should -Not -Contain 'PATCH'
    }

    It 'sends nothing where a pull request does not say where it is' {
        $lost = [pscustomobject] @{ PSTypeName = 'Deserialized.BacklogPS.PullRequest'; Id = 1; Number = 3; Summary = 'Lost'; Space = $demo.Space }

        $failures = Get-Failure { $lost | Set-BacklogPullRequest -Summary 'Found' }

        Get-ErrorId $failures | Should -BeExactly 'ArgumentInvalid'
        Get-ErrorText $failures | Should -BeLike '*Lost*-Repository*'
        Get-AskedPath -Space $demo | Should -BeNullOrEmpty
    }
}
