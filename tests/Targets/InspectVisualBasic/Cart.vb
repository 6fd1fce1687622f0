Imports System

Public Interface ICloser
    Sub Close(nxt As Action)
End Interface

Public Class Cart
    Implements ICloser

    Public Property Owner As String = "Ann"

    Public Event Changed(nxt As Action)

    Public Sub New()
    End Sub

    Public Sub New(nxt As Action)
        nxt()
    End Sub

    Public Sub Add(amount As Integer, nxt As Action)
        Dim sum = amount + 1
        nxt()
    End Sub

    Public Property Total As Action
        Get
            Return Nothing
        End Get
        Set(value As Action)
            value()
        End Set
    End Property

    Default Public ReadOnly Property Item(nxt As Action) As Integer
        Get
            nxt()
            Return 1
        End Get
    End Property

    Public Shared Operator +(left As Cart, nxt As Action) As Cart
        nxt()
        Return left
    End Operator

    Public Sub Raise(nxt As Action)
        AddHandler Changed, AddressOf OnChanged
        RaiseEvent Changed(nxt)
    End Sub

    Private Sub OnChanged(nxt As Action)
        nxt()
    End Sub

    Private Sub CloseMe(nxt As Action) Implements ICloser.Close
        nxt()
    End Sub
End Class
