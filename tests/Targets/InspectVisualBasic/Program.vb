' One thread with one frame of each kind that the Visual Basic compiler gives a name of its own.
Imports System
Imports System.Collections.Generic
Imports System.Linq
Imports System.Threading.Tasks

Public Module Program
    Private ReadOnly Links As Action(Of Action)() = {
        Sub(nxt) Plain(5, nxt),
        Sub(nxt) Captures("a", nxt),
        Sub(nxt) Nested(nxt),
        Sub(nxt) Generic("text", nxt),
        Sub(nxt) Numbers(5, nxt).First(),
        Sub(nxt) Asynchronous("order", nxt).Wait(),
        Sub(nxt) AfterAwait("order", nxt).Wait(),
        Sub(nxt) AsyncLambda(nxt),
        Sub(nxt) Query(nxt),
        Sub(nxt) Errors(nxt),
        Sub(nxt) Values(nxt),
        Sub(nxt) Kept(nxt),
        Sub(nxt)
            Dim created = New Cart(nxt)
        End Sub,
        Sub(nxt) Call (New Cart()).Add(1, nxt),
        Sub(nxt)
            Dim cart = New Cart()
            cart.Total = nxt
        End Sub,
        Sub(nxt)
            Dim cart = New Cart()
            Dim item = cart(nxt)
        End Sub,
        Sub(nxt)
            Dim sum = New Cart() + nxt
        End Sub,
        Sub(nxt) Call (New Cart()).Raise(nxt),
        Sub(nxt) DirectCast(New Cart(), ICloser).Close(nxt)
    }

    Public Sub Main(arguments As String())
        Run(0)
    End Sub

    Private Sub Run(index As Integer)
        If index = Links.Length Then
            Console.WriteLine("ready")
            Console.ReadLine()
        Else
            Links(index)(Sub() Run(index + 1))
        End If
    End Sub

    Private Sub Plain(number As Integer, nxt As Action)
        Dim doubled = number * 2
        nxt()
    End Sub

    Private Sub Captures(prefix As String, nxt As Action)
        Dim count = 3
        Dim lambda = Sub(suffix As String)
                         Dim text = prefix & suffix & count
                         nxt()
                     End Sub
        lambda("x")
        count += 1
    End Sub

    Private Sub Nested(nxt As Action)
        Dim outer = Sub()
                        Dim inside = 1
                        Dim inner = Sub()
                                        Dim sum = inside + 1
                                        nxt()
                                    End Sub
                        inner()
                    End Sub
        outer()
    End Sub

    Private Sub Generic(Of T)(value As T, nxt As Action)
        Dim copy = value
        Dim lambda = Sub()
                         Dim again = copy
                         nxt()
                     End Sub
        lambda()
    End Sub

    Private Iterator Function Numbers(start As Integer, nxt As Action) As IEnumerable(Of Integer)
        Dim first = start + 1
        nxt()
        Yield first
    End Function

    Private Async Function Asynchronous(order As String, nxt As Action) As Task(Of Integer)
        Dim length = order.Length
        nxt()
        Await Task.CompletedTask
        Return length
    End Function

    Private Async Function AfterAwait(order As String, nxt As Action) As Task
        Dim length = order.Length
        Await Task.CompletedTask
        nxt()
        length += 1
    End Function

    Private Sub AsyncLambda(nxt As Action)
        Dim work = Async Function(order As String)
                       Dim length = order.Length
                       Await Task.CompletedTask
                       nxt()
                       Return length
                   End Function
        work("order").Wait()
    End Sub

    Private Sub Query(nxt As Action)
        Dim found = (From number In {1, 2}
                     Let doubled = number * 2
                     Where Wanted(number, nxt)
                     Select number).First()
    End Sub

    Private Function Wanted(number As Integer, nxt As Action) As Boolean
        nxt()
        Return True
    End Function

    Private Sub Errors(nxt As Action)
        Try
            Throw New InvalidOperationException("x")
        Catch problem As InvalidOperationException When problem.Message = "x"
            nxt()
        End Try
    End Sub

    Private Sub Values(nxt As Action)
        Dim anonymous = New With {.Id = 1, Key .Name = "x"}
        Dim day = #2/29/2024#
        Dim price As Decimal = 9.5D
        Dim maybe As Integer? = Nothing
        Dim pair = (Id:=1, Name:="one")
        Dim numbers = {1, 2, 3}
        Dim cart = New Cart()
        For index = 1 To 1
            For Each item In numbers
                nxt()
                Exit For
            Next
        Next
    End Sub

    Private Sub Kept(nxt As Action)
        Static calls As Integer = 5
        calls += 1
        nxt()
    End Sub
End Module
